import type { FieldSettings, FieldStorage, TextContext } from '../field-type.js';
import type { JsonValue } from '../json-schema.js';

/** Examples of one kind, from which the contract suite makes its tests. */
export interface FieldTypeFixtures {
  /** All of them make the round trip through a property document; the first is used with the values below. */
  readonly settings: readonly [FieldSettings, ...FieldSettings[]];
  /** Where the values of the first are; what a kind says of SQL is tested where they are in a column, which is meant when nothing is said. */
  readonly storage?: FieldStorage;
  /** Values in canonical form, each different from the others. */
  readonly accepted: readonly [JsonValue, JsonValue, ...JsonValue[]] | readonly [true, false];
  readonly rejected: readonly JsonValue[];
  /** Valid values that are not in canonical form, and what they become. */
  readonly normalized?: readonly (readonly [JsonValue, JsonValue])[];
  readonly understood: readonly { readonly text: string; readonly value: JsonValue; readonly context?: Partial<TextContext> }[];
  readonly refused: readonly { readonly text: string; readonly code: string; readonly context?: Partial<TextContext> }[];
}
