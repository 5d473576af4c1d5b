import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ObjectGlyph, Select } from '../../../../ui/index.js';
import { draftedDocuments, isKind } from '../../../documents/setup-queries.js';
import { titleOf } from '../../../documents/use-object-title.js';
import type { SettingEditorProps } from './setting-editor.js';

/** The object that a lookup points to. */
export function TargetEditor({ label, value, onChange, error }: SettingEditorProps) {
  const { t, i18n } = useTranslation();
  const { data = [] } = useQuery(draftedDocuments);
  const choices = data.filter(isKind('object')).filter(({ state }) => state !== 'REMOVED').map(({ name, document }) => ({
    value: name, label: titleOf(document, i18n.language),
    glyph: <ObjectGlyph size="small" name={name} icon={document.guanxi.icon} hue={document.guanxi.color ?? document.guanxi.id} />,
  }));
  return <Select label={label} isRequired choices={choices} value={typeof value === 'string' && value !== '' ? value : null} onChange={(target) => onChange(target ?? '')} error={error} help={t('setup.settingHelp.target')} />;
}
