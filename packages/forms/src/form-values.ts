import type { JsonValue } from '@guanxi/field-types';

/** A record as forms hold it: values by field name (a reference is the id of its record), null for blank. */
export type FormValues = Readonly<Record<string, JsonValue>>;

export interface FormRecord {
  readonly values: FormValues;
  /** What the records that references point to are called, by field name. */
  readonly recordNames: Readonly<Record<string, string>>;
}
