import type { ObjectDescription, WorkflowTest } from '@guanxi/metadata';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, DateTimeField, Dialog, RadioGroup, TextField } from '../../../ui/index.js';
import type { WorkflowDraft } from '../automation-types.js';
import styles from './TestRun.module.css';
import { ValueRows } from './ValueRows.js';

interface TestDialogProps {
  readonly workflow: WorkflowDraft;
  readonly objects: readonly ObjectDescription[];
  /** Undefined for a new one. */
  readonly test: WorkflowTest | undefined;
  readonly onSave: (test: WorkflowTest) => void;
  readonly onClose: () => void;
}

/** One test: the record, what is changed about it, when, and whether the workflow is to run. What a kept test run expects of steps stays with it. */
export function TestDialog({ workflow, objects, test, onSave, onClose }: TestDialogProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<WorkflowTest>(test ?? { title: '', record: {}, expect: { runs: true } });
  const object = objects.find(({ name }) => name === workflow.object);
  const inputs = Object.values(workflow.trigger).flatMap((settings: { readonly inputs?: readonly { readonly name: string }[] }) => settings.inputs ?? []);
  const set = (change: Partial<WorkflowTest>) => setDraft({ ...draft, ...change });
  const fields = object?.fields.filter(({ writable }) => writable).map(({ name, label }) => ({ value: name, label })) ?? [];
  const without = <Key extends 'change' | 'at' | 'inputs'>(key: Key) => {
    const { [key]: _, ...rest } = draft;
    return rest as WorkflowTest;
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t(test ? 'insight.test.editTitle' : 'insight.test.newTitle')}
      footer={(
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" isDisabled={draft.title.trim() === ''} onPress={() => onSave({ ...draft, title: draft.title.trim() })}>{t('insight.test.save')}</Button>
        </>
      )}>
      <div className={styles['form']}>
        <TextField label={t('automation.new.title')} value={draft.title} onChange={(title) => set({ title })} isRequired />
        <ValueRows label={t('insight.test.given')} choices={fields} values={draft.record} onChange={(record) => set({ record })} />
        <ValueRows label={t('insight.test.change')} choices={fields} values={draft.change ?? {}} onChange={(change) => setDraft(Object.keys(change).length > 0 ? { ...draft, change } : without('change'))} />
        {inputs.length > 0 && <ValueRows label={t('insight.test.inputs')} choices={inputs.map(({ name }) => ({ value: name, label: name }))} values={draft.inputs ?? {}} onChange={(given) => setDraft(Object.keys(given).length > 0 ? { ...draft, inputs: given } : without('inputs'))} />}
        <DateTimeField label={t('insight.test.at')} help={t('insight.test.testAtHelp')} value={draft.at ?? null} onChange={(at) => setDraft(at === null ? without('at') : { ...draft, at })} />
        <RadioGroup label={t('insight.test.expect')} value={expectationOf(draft)} onChange={(expected) => {
          const { refused: _, ...rest } = draft.expect;
          set({ expect: { ...rest, runs: expected !== 'none', ...(expected === 'refusal' && { refused: true }) } });
        }}
          choices={[
            { value: 'run', label: t('insight.test.expectsRun') }, { value: 'none', label: t('insight.test.expectsNone') },
            ...('beforeSave' in workflow.trigger ? [{ value: 'refusal', label: t('insight.test.expectsRefusal') }] : []),
          ]} />
        <ValueRows label={t('insight.test.after')} choices={fields} values={draft.expect.record ?? {}} onChange={(record) => {
          const { record: _, ...rest } = draft.expect;
          set({ expect: Object.keys(record).length > 0 ? { ...rest, record } : rest });
        }} />
      </div>
    </Dialog>
  );
}

/** What the test expects of the workflow as a whole. */
export function expectationOf({ expect: { runs, refused } }: Pick<WorkflowTest, 'expect'>): 'run' | 'none' | 'refusal' {
  if (!runs) return 'none';
  return refused === true ? 'refusal' : 'run';
}
