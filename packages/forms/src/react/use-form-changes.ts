import { useEffect, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { FormValues } from '../form-values.js';
import type { FormFields } from './FormField.js';

export interface FormChanges {
  /** Changes that the form begins with, as of a draft: they are not saved yet. Those of the first rendering count. */
  readonly changes?: FormValues;
  /** Told of all values whenever one of them changes. */
  readonly onValuesChange?: (values: FormValues) => void;
}

/** Lays the first changes over the form's values, and tells what is typed. */
export function useFormChanges({ changes, onValuesChange }: FormChanges, { setValue, subscribe }: Pick<UseFormReturn<FormFields>, 'setValue' | 'subscribe'>): void {
  const first = useRef(changes);
  useEffect(() => {
    for (const [name, value] of Object.entries(first.current ?? {})) setValue(name, value, { shouldDirty: true });
  }, [setValue]);
  const tell = useRef(onValuesChange);
  useEffect(() => {
    tell.current = onValuesChange;
  });
  useEffect(() => subscribe({ formState: { values: true }, callback: ({ values }) => tell.current?.({ ...(values as FormValues) }) }), [subscribe]);
}
