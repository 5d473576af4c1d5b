import { translate } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { RadioGroup, Select, TextLink } from '../../../../ui/index.js';
import { errorAt, type TriggerSettingsProps } from './trigger-settings.js';

/** A list view, and whether records come into it or leave it. */
export function SegmentSettings({ settings, object, problems, onChange }: TriggerSettingsProps<'segment'>) {
  const { t, i18n } = useTranslation();
  const views = object.views.map(({ name, title, titles }) => ({ value: name, label: translate(title, titles, i18n.language) }));
  const choices = views.some(({ value }) => value === settings.view) ? views : [...views, { value: settings.view, label: settings.view }];
  return (
    <>
      <Select label={t('flow.trigger.view')} help={<TextLink href={`/setup/objects/${object.name}?tab=views`}>{t('flow.trigger.viewLink', { object: object.label })}</TextLink>} value={settings.view} choices={choices} error={errorAt(problems, '/view') ?? null}
        onChange={(view) => { if (view !== null) onChange({ ...settings, view }); }} />
      <RadioGroup label={t('flow.trigger.direction')} value={settings.when} onChange={(when) => onChange({ ...settings, when: when === 'leaves' ? 'leaves' : 'enters' })}
        choices={[{ value: 'enters', label: t('flow.trigger.enters') }, { value: 'leaves', label: t('flow.trigger.leaves') }]} />
    </>
  );
}
