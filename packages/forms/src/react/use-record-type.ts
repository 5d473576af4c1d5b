import { useEffect, useRef } from 'react';
import { type Control, useWatch } from 'react-hook-form';
import type { FormFields } from './FormField.js';

/** The record type of a form that can also be chosen outside of it. */
export interface RecordTypeChoice {
  /** The type chosen outside; the form follows it and keeps its values. */
  readonly recordType?: string;
  /** Told of the type that the form has, where it is another one. */
  readonly onRecordType?: (type: string) => void;
}

/** The record type as it stands in the form; null where it has none. */
export function useRecordType({ recordType, onRecordType }: RecordTypeChoice, control: Control<FormFields>, change: (type: string) => void): string | null {
  const held = useWatch({ control, name: 'recordType' });
  const current = typeof held === 'string' ? held : null;
  const now = useRef({ recordType, current, onRecordType, change });
  useEffect(() => {
    now.current = { recordType, current, onRecordType, change };
  });
  useEffect(() => {
    if (recordType !== undefined && recordType !== now.current.current) now.current.change(recordType);
  }, [recordType]);
  useEffect(() => {
    if (current !== null && current !== now.current.recordType) now.current.onRecordType?.(current);
  }, [current]);
  return current;
}
