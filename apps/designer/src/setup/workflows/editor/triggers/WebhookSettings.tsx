import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox, Field, IconButton, Menu, Notice, Select } from '../../../../ui/index.js';
import { InputsEditor } from './InputsEditor.js';
import { errorAt, problemsWithin, type TriggerSettingsProps } from './trigger-settings.js';
import styles from '../Inspector.module.css';

/** What a call from outside brings, how it says which record it is about, and what a missing record is made of. */
export function WebhookSettings({ settings, object, problems, onChange }: TriggerSettingsProps<'webhook'>) {
  const { t } = useTranslation();
  const { inputs, find, create } = settings;
  const inputChoices = inputs.map(({ name, title }) => ({ value: name, label: title ?? name }));
  const unique = [...object.fields.filter((field) => field.unique && field.name !== 'id').map(({ name, label }) => ({ value: name, label })), { value: 'id', label: t('flow.trigger.recordId') }];
  const writable = object.fields.filter(({ name, writable: can }) => can && name !== 'id');
  const free = writable.filter(({ name }) => !Object.hasOwn(create ?? {}, name));
  const put = (next: Partial<typeof settings>) => onChange({ ...settings, ...next });
  const setCreate = (next: Readonly<Record<string, string>> | undefined) => { const { create: _before, ...rest } = settings; onChange(next && Object.keys(next).length > 0 ? { ...rest, create: next } : rest); };
  const starting = find.field !== 'id' && writable.some(({ name }) => name === find.field) ? find.field : free[0]?.name;
  return (
    <>
      <Notice>{t('flow.trigger.webhookAddress')}</Notice>
      <InputsEditor label={t('flow.inputs.brought')} help={t('flow.inputs.pointerHelp')} hasPointers isRequired inputs={inputs} problems={problemsWithin(problems, '/inputs')} onChange={(next) => put({ inputs: next })} />
      <div className={styles['pair']}>
        <Select label={t('flow.trigger.findField')} help={t('flow.trigger.findHelp')} value={find.field} choices={unique} error={errorAt(problems, '/find/field') ?? null} onChange={(field) => { if (field !== null) put({ find: { ...find, field } }); }} />
        <Select label={t('flow.trigger.findInput')} value={find.input} choices={inputChoices} error={errorAt(problems, '/find/input') ?? null} onChange={(input) => { if (input !== null) put({ find: { ...find, input } }); }} />
      </div>
      <Checkbox isSelected={create !== undefined} help={t('flow.trigger.createHelp')} isDisabled={starting === undefined && create === undefined}
        onChange={(isOn) => setCreate(isOn && starting !== undefined ? { [starting]: find.input } : undefined)}>{t('flow.trigger.create')}</Checkbox>
      {create && (
        <Field label={t('flow.trigger.createFrom', { object: object.label })}>
          <ul className={styles['values']}>
            {Object.entries(create).map(([name, input]) => {
              const label = object.fields.find((field) => field.name === name)?.label ?? name;
              return (
                <li key={name} className={styles['mapping']}>
                  <Select label={label} value={input} choices={inputChoices} error={errorAt(problems, `/create/${name}`) ?? null} onChange={(next) => { if (next !== null) setCreate({ ...create, [name]: next }); }} />
                  <IconButton size="small" icon={Trash2} label={t('automation.values.remove', { field: label })} onPress={() => { const { [name]: _gone, ...rest } = create; setCreate(rest); }} />
                </li>
              );
            })}
          </ul>
          <div className={styles['foot']}>
            <Menu label={t('automation.values.add')} trigger={<Button size="small" icon={Plus} isDisabled={free.length === 0}>{t('automation.values.add')}</Button>}
              groups={[{ id: 'fields', items: free.map(({ name, label }) => ({ id: name, label, onAction: () => setCreate({ ...create, [name]: inputs[0]?.name ?? '' }) })) }]} />
          </div>
        </Field>
      )}
    </>
  );
}
