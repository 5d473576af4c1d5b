import type { FieldTypeName } from '@guanxi/field-types';
import { useTranslation } from 'react-i18next';
import { Select } from '../../../../ui/index.js';
import type { SettingEditorProps } from './setting-editor.js';

/** The picklist of the object that holds the currency codes of an amount. */
export function CodeFieldEditor(props: SettingEditorProps) {
  const { t } = useTranslation();
  return <FieldNameEditor {...props} kinds={['picklist', 'text']} help={t('model.field.codeFromHelp')} />;
}

/** The date of the object that decides which rate holds. */
export function DayFieldEditor(props: SettingEditorProps) {
  const { t } = useTranslation();
  return <FieldNameEditor {...props} kinds={['date']} help={t('model.field.rateOnHelp')} />;
}

function FieldNameEditor({ label, help, value, onChange, error, object, fieldName, kinds }: SettingEditorProps & { readonly kinds: readonly FieldTypeName[] }) {
  const choices = Object.entries(object.properties).filter(([name, { guanxi }]) => name !== fieldName && kinds.includes(guanxi.type)).map(([name, { title = name }]) => ({ value: name, label: title }));
  if (choices.length === 0 && value === undefined) return null;
  return <Select label={label} isClearable choices={choices} value={typeof value === 'string' ? value : null} onChange={(next) => onChange(next ?? undefined)} error={error} help={help} />;
}
