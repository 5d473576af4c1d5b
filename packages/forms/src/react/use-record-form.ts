import type { JsonValue } from '@guanxi/field-types';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Control, useForm, useWatch } from 'react-hook-form';
import type { FormRecord, FormValues } from '../form-values.js';
import { changedValues } from '../record-conversion.js';
import type { FieldProblems, FormMode, FormTree } from '../resolve/form-tree.js';
import type { FormPlan } from '../resolve/plan-form.js';
import { settleChoices } from '../resolve/offered-values.js';
import { judgeRules } from '../validate/judge-rules.js';
import { readProblems } from '../validate/read-problems.js';
import { validateRecord } from '../validate/validate-record.js';
import type { FormFields } from './FormField.js';
import type { RecordPageProps, Save } from './record-page-props.js';
import { useFormPlan, useFormTree } from './use-form-tree.js';
import { type FormChanges, useFormChanges } from './use-form-changes.js';
import { type RecordTypeChoice, useRecordType } from './use-record-type.js';

interface RecordFormState {
  readonly tree: FormTree;
  /** The record with the values that rules read as they stand in the form now. */
  readonly shown: FormRecord;
  readonly control: Control<FormFields>;
  readonly dirty: boolean;
  readonly saving: boolean;
  /** What is wrong with the form as a whole. */
  readonly formProblems: readonly string[];
  /** Grows by one with every refused save, so that the summary is announced again. */
  readonly refusals: number;
  /** `isNext` where another new record is wanted after this one. */
  submit(isNext?: boolean): void;
  judgeField(name: string): void;
}

/** The state of a form: values by react-hook-form, everything else by `resolveForm`. */
export function useRecordForm(props: RecordPageProps & RecordTypeChoice & FormChanges & { readonly mode: Exclude<FormMode, 'view'>; readonly onSave: Save }): RecordFormState {
  const { object, record, mode, onSave, texts } = props;
  const { control, getValues, setValue, reset, subscribe, formState } = useForm<FormFields>({ defaultValues: { ...record.values } });
  const [problems, setProblems] = useState<FieldProblems>({});
  const [formProblems, setFormProblems] = useState<readonly string[]>([]);
  const [refusals, setRefusals] = useState(0);
  const [saving, setSaving] = useState(false);
  const busy = useRef(false);

  const recordType = useRecordType(props, control, (type) => setValue('recordType', type, { shouldDirty: true }));
  const plan = useFormPlan(props, recordType);
  const watched = useMemo(() => fieldsOfRules(plan), [plan]);
  const shown = useShownRecord(control, record, watched);
  const tree = useFormTree(plan, props, { mode, record: shown, problems });
  useSettledChoices(props, shown, (name, value) => setValue(name, value, { shouldDirty: true }));

  const readValues = () => getValues() as FormValues;
  const judge = () => judgeValues(tree, readValues(), props);
  const refuse = (fields: FieldProblems, form: readonly string[]) => {
    setProblems(fields);
    setFormProblems(form);
    if (Object.keys(fields).length > 0 || form.length > 0) setRefusals((count) => count + 1);
  };

  useFormChanges(props, { setValue, subscribe });

  const submit = (isNext = false) => {
    if (busy.current) return;
    const broken = judgeRules(tree);
    const found = { ...broken.fields, ...judge() };
    refuse(found, broken.form);
    if (Object.keys(found).length + broken.form.length > 0) return;
    const values = readValues();
    busy.current = true;
    setSaving(true);
    onSave(mode === 'create' ? values : changedValues(record.values, values), isNext)
      .then((answer) => {
        const { fields, form } = readProblems(object, answer ?? []);
        refuse(fields, form);
        if (!answer?.length) reset({ ...values });
      })
      .catch(() => refuse({}, [texts('saveFailed')]))
      .finally(() => {
        busy.current = false;
        setSaving(false);
      });
  };

  /** On leaving a field its form is judged, but not yet that it is empty: people are still on their way. */
  const judgeField = (name: string) => {
    const found = judge()[name]?.filter(({ code }) => refusals > 0 || code !== 'required') ?? [];
    setProblems((known) => (found.length === 0 && known[name] === undefined ? known : { ...known, [name]: found }));
  };

  return { tree, shown, control, dirty: formState.isDirty, saving, formProblems, refusals, submit, judgeField };
}

/** The record with the values that rules read as they stand in the form now; other fields do not wake the tree. */
function useShownRecord(control: Control<FormFields>, record: FormRecord, names: readonly string[]): FormRecord {
  const current = useWatch({ control, name: [...names], disabled: names.length === 0 });
  const held = JSON.stringify(current ?? []);
  return useMemo(() => {
    const values = JSON.parse(held) as readonly (JsonValue | undefined)[];
    return { ...record, values: { ...record.values, ...Object.fromEntries(names.map((name, index) => [name, values[index] ?? null])) } };
  }, [record, names, held]);
}

function fieldsOfRules({ references, object }: FormPlan): readonly string[] {
  const chosen = object.fields.filter(({ dependsOn, settings }) => dependsOn !== undefined || (object.recordTypes && 'values' in settings));
  const named = new Set([...references.map(([name]) => name), ...chosen.map(({ name }) => name)]);
  return object.fields.flatMap(({ name }) => (named.has(name) ? [name] : []));
}

function judgeValues(tree: FormTree, values: FormValues, { object, schema, validator }: RecordPageProps): FieldProblems {
  return validateRecord(tree, values, { object, schema: schema ?? {}, validator: validator ?? (() => []) });
}

/** Picklists lose a value that what they depend on, chosen anew, no longer leaves. */
function useSettledChoices({ object, record }: RecordPageProps, shown: FormRecord, change: (name: string, value: JsonValue) => void): void {
  const tell = useRef(change);
  useEffect(() => {
    tell.current = change;
  });
  useEffect(() => {
    const settled = changedValues(shown.values, settleChoices(object, record.values, shown.values));
    for (const [name, value] of Object.entries(settled)) tell.current(name, value);
  }, [object, record, shown]);
}

/** Tells the page whether there is unsaved work, and that there is none when the form goes away. */
export function useDirtyReport(dirty: boolean, onDirtyChange: ((dirty: boolean) => void) | undefined): void {
  const report = useRef(onDirtyChange);
  useEffect(() => {
    report.current = onDirtyChange;
  }, [onDirtyChange]);
  const tell = useCallback((value: boolean) => report.current?.(value), []);
  useEffect(() => {
    tell(dirty);
  }, [dirty, tell]);
  useEffect(() => () => tell(false), [tell]);
}
