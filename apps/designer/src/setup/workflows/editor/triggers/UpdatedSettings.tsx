import type { FieldDescription, FieldValue, UpdatedTrigger } from '@guanxi/metadata';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Field, IconButton, Menu, MultiSelect } from '../../../../ui/index.js';
import { picklistChoices } from '../../../formula/condition-fields.js';
import { errorAt, type TriggerSettingsProps } from './trigger-settings.js';
import { TriggerValue } from './TriggerValue.js';
import styles from '../Inspector.module.css';

/** Which changes count: of which fields, and from what to what. */
export function UpdatedSettings({ settings, object, problems, onChange }: TriggerSettingsProps<'updated'>) {
  const { t } = useTranslation();
  const offered = object.fields.filter(({ system, name, memberOf }) => (!system || name === 'owner') && memberOf === undefined);
  const { fields = [], from = {}, to = {} } = settings;
  const valued = [...new Set([...Object.keys(to), ...Object.keys(from)])];
  const put = (next: UpdatedTrigger) => onChange(withoutEmpty(next));
  const set = (side: 'from' | 'to', name: string, value: FieldValue | undefined) => {
    const { [name]: _before, ...rest } = side === 'from' ? from : to;
    put({ ...settings, [side]: value === undefined ? rest : { ...rest, [name]: value } });
  };
  const drop = (name: string) => {
    const { [name]: _from, ...otherFrom } = from;
    const { [name]: _to, ...otherTo } = to;
    put({ ...settings, from: otherFrom, to: otherTo });
  };
  const free = offered.filter(({ name, target, value }) => !valued.includes(name) && target === undefined && ['text', 'picklist', 'boolean', 'integer', 'decimal', 'currency', 'percent', 'date', 'email', 'phone', 'url'].includes(value.type));
  return (
    <>
      <MultiSelect label={t('automation.trigger.fields')} help={t('automation.trigger.fieldsHelp')} value={fields} choices={offered.map(({ name, label }) => ({ value: name, label }))} placeholder={t('flow.trigger.anyField')}
        error={errorAt(problems, '/fields') ?? null} onChange={(next) => put({ ...settings, fields: next })} />
      <Field label={t('flow.trigger.values')} help={t('flow.trigger.valuesHelp')}>
        <ul className={styles['values']}>
          {valued.map((name) => {
            const field = object.fields.find((one) => one.name === name);
            return (
              <li key={name} className={styles['value']}>
                <div className={styles['valueHead']}>
                  <span className={styles['valueName']}>{field?.label ?? name}</span>
                  <IconButton size="small" icon={Trash2} label={t('flow.trigger.dropValue', { field: field?.label ?? name })} onPress={() => drop(name)} />
                </div>
                {field && <TriggerValue label={t('flow.trigger.was')} field={field} value={from[name]} onChange={(value) => set('from', name, value)} />}
                {field && <TriggerValue label={t('flow.trigger.becomes')} field={field} value={to[name]} onChange={(value) => set('to', name, value)} />}
              </li>
            );
          })}
        </ul>
        <div className={styles['foot']}>
          <Menu label={t('flow.trigger.addValue')} trigger={<Button size="small" icon={Plus} isDisabled={free.length === 0}>{t('flow.trigger.addValue')}</Button>}
            groups={[{ id: 'fields', items: free.map((field) => ({ id: field.name, label: field.label, onAction: () => put({ ...settings, to: { ...to, [field.name]: firstValue(field) } }) })) }]} />
        </div>
      </Field>
    </>
  );
}

/** What a look at a field begins with: the first of its values, where it has a list of them. */
function firstValue(field: FieldDescription): FieldValue {
  return picklistChoices(field)[0]?.value ?? (field.value.type === 'boolean' ? true : null);
}

function withoutEmpty({ fields = [], from = {}, to = {} }: UpdatedTrigger): UpdatedTrigger {
  return { ...(fields.length > 0 && { fields }), ...(Object.keys(from).length > 0 && { from }), ...(Object.keys(to).length > 0 && { to }) };
}
