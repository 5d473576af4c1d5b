import type { ComponentType } from 'react';
import type { FieldSettings } from './field-type.js';
import type { WidgetInputProps } from './widget-values.js';
import type { JsonValue } from './json-schema.js';

/** How people read and change the values of one kind of field. A kind without one does not compile. */
export interface Widget {
  readonly Input: ComponentType<WidgetInputProps>;
  readonly Value: ComponentType<{ value: JsonValue; settings: FieldSettings; display: WidgetDisplay }>;
  /** A lucide icon name for pickers and headers. */
  readonly icon: string;
  /** Says nothing of its own: values are drawn as those of the kind they behave as. */
  readonly standsFor?: 'value';
  /** Numbers stand to the right in tables. */
  readonly align?: 'end';
}

/** Where and for whom a value is shown. `recordName` is the name of the record that a reference points to. */
export interface WidgetDisplay {
  readonly locale: string;
  readonly timeZone: string;
  /** ISO 4217 code of amounts whose field names none: the org's. */
  readonly currency?: string;
  /** ISO 4217 code of this record's amounts, where a field takes it from another one. */
  readonly recordCurrency?: string;
  readonly recordName?: string;
  /** Names of the records that a list of references points to, by id. */
  readonly recordNames?: Readonly<Record<string, string>>;
  /** The object whose records a many-to-many list holds. */
  readonly listedObject?: string;
  /** What people call objects, by API name; the name itself stands in where one is missing. */
  readonly objectLabels?: Readonly<Record<string, string>>;
  /** What "yes" and "no" are called where a check mark needs a name. */
  readonly yesNo?: readonly [yes: string, no: string];
  /** Translated labels of picklist values, by value; the settings' own label stands in where one is missing. */
  readonly valueLabels?: Readonly<Record<string, string>>;
}
