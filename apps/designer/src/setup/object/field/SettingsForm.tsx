import type { JsonSchema, JsonValue } from '@guanxi/field-types';
import { fieldType } from '@guanxi/field-types';
import { useTranslation } from 'react-i18next';
import { Checkbox, NumberField, Select, TextField } from '../../../ui/index.js';
import type { SettingEditorProps } from './editors/setting-editor.js';
import { kindFace } from './kind-faces.js';
import type { KindFormProps } from './kinds/kind-form.js';
import { settingSchemas } from './setting-schemas.js';
import styles from '../../form/Form.module.css';

/** The settings of a kind, drawn from the schema that the kind gives of its own properties. */
export function SettingsForm({ field: { kind }, settings, onChange, errors, object, fieldName }: KindFormProps) {
  const { t, i18n } = useTranslation();
  const { editors = {} } = kindFace(kind);
  const set = (name: string, value: JsonValue | undefined) => {
    const { [name]: _before, ...rest } = settings;
    onChange(value === undefined ? rest : { ...rest, [name]: value });
  };
  const schemas = settingSchemas(kind).filter(({ name }) => editors[name] !== null);
  if (schemas.length === 0) return null;
  return (
    <div className={styles['settings']}>
      {schemas.map(({ name, schema }) => {
        const Editor = editors[name] ?? PlainEditor;
        const helpKey = `setup.settingHelp.${name}`;
        return (
          <div key={name} className={Editor === PlainEditor && isNumber(schema) ? styles['half'] : styles['whole']}>
            <Editor label={t(`setup.setting.${name}`)} {...(Editor === PlainEditor && i18n.exists(helpKey) && { help: t(helpKey) })} value={settings[name]} onChange={(value: JsonValue | undefined) => set(name, value)}
              settings={settings} error={errors[name]} object={object} fieldName={fieldName} {...(Editor === PlainEditor && { schema, name, fallback: fieldType(kind).defaultSettings[name] })} />
          </div>
        );
      })}
    </div>
  );
}

type PlainEditorProps = SettingEditorProps & { readonly schema?: JsonSchema; readonly name?: string; readonly fallback?: JsonValue | undefined };

/** A number, a choice, a switch or a line of text, by what the schema says. */
function PlainEditor({ label, help, value, onChange, error, schema = {}, name = '', fallback }: PlainEditorProps) {
  const { t } = useTranslation();
  const parts = { label, error: error ?? null, ...(help !== undefined && { help }) };
  if (Array.isArray(schema['enum'])) {
    const choices = (schema['enum'] as readonly string[]).map((one) => ({ value: one, label: t(`setup.settingChoice.${name}.${one}`) }));
    return <Select {...parts} choices={choices} value={typeof value === 'string' ? value : null} onChange={(next) => onChange(next ?? fallback)} />;
  }
  if (isNumber(schema)) {
    const isUnbounded = typeof value === 'number' && Math.abs(value) >= Number.MAX_SAFE_INTEGER;
    return (
      <NumberField {...parts} value={typeof value === 'number' && !isUnbounded ? value : null} onChange={(next) => onChange(next ?? fallback)} placeholder={isUnbounded ? t('setup.settingHelp.unbounded') : ''}
        {...bound('min', schema['minimum'])} {...bound('max', schema['maximum'])} />
    );
  }
  if (schema['type'] === 'boolean') return <Checkbox isSelected={value === true} onChange={onChange}>{label}</Checkbox>;
  return <TextField {...parts} isCode value={typeof value === 'string' ? value : ''} onChange={(next) => onChange(next === '' ? fallback : next)} />;
}

function isNumber(schema: JsonSchema): boolean {
  return schema['type'] === 'integer' || schema['type'] === 'number';
}

function bound(name: 'min' | 'max', value: unknown): { readonly min?: number; readonly max?: number } {
  return typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? { [name]: value } : {};
}
