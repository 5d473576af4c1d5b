import { useTranslation } from 'react-i18next';
import { Checkbox, Field, MultiSelect, Notice } from '../../../../ui/index.js';
import { errorAt, type TriggerSettingsProps } from './trigger-settings.js';
import styles from '../Inspector.module.css';

/** Before new records are saved, before changes are, or both; and what steps can do then. */
export function BeforeSaveSettings({ settings, object, problems, onChange }: TriggerSettingsProps<'beforeSave'>) {
  const { t } = useTranslation();
  const { on, fields = [], ...rest } = settings;
  const put = (nextOn: typeof on, nextFields: readonly string[]) => onChange({ ...rest, on: nextOn, ...(nextFields.length > 0 && nextOn.includes('update') && { fields: nextFields }) });
  const toggle = (moment: 'create' | 'update', isOn: boolean) => {
    const next = (['create', 'update'] as const).filter((one) => (one === moment ? isOn : on.includes(one)));
    if (next.length > 0) put(next, fields);
  };
  return (
    <>
      <Field label={t('flow.trigger.saves')}>
        <div className={styles['checks']}>
          <Checkbox isSelected={on.includes('create')} onChange={(isOn) => toggle('create', isOn)}>{t('flow.trigger.onCreate')}</Checkbox>
          <Checkbox isSelected={on.includes('update')} onChange={(isOn) => toggle('update', isOn)}>{t('flow.trigger.onUpdate')}</Checkbox>
        </div>
      </Field>
      {on.includes('update') && (
        <MultiSelect label={t('automation.trigger.fields')} help={t('automation.trigger.fieldsHelp')} value={fields} placeholder={t('flow.trigger.anyField')} error={errorAt(problems, '/fields') ?? null}
          choices={object.fields.filter(({ system, name }) => !system || name === 'owner').map(({ name, label }) => ({ value: name, label }))} onChange={(next) => put(on, next)} />
      )}
      <Notice>{t('flow.trigger.beforeSaveLimits')}</Notice>
    </>
  );
}
