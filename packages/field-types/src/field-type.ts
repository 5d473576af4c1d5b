import type { FormulaType } from '@guanxi/formula';
import type { RawBuilder } from 'kysely';
import type { JsonSchema, JsonValue } from './json-schema.js';
import type { OperatorName } from './operators/index.js';

/** The kinds an admin can choose, and `recordId`, which only the platform uses (the `id` of every record). */
export type FieldTypeName =
  | 'text'
  | 'longText'
  | 'integer'
  | 'decimal'
  | 'currency'
  | 'percent'
  | 'boolean'
  | 'date'
  | 'dateTime'
  | 'picklist'
  | 'lookup'
  | 'user'
  | 'email'
  | 'phone'
  | 'url'
  | 'autoNumber'
  | 'recordId';

/** What one kind of field needs to know about one field. Each kind narrows it. */
export type FieldSettings = Readonly<Record<string, JsonValue | undefined>>;

/**
 * A property of an object document: standard JSON Schema keywords, and under `guanxi` what JSON Schema cannot say.
 * `unique`, `externalId`, `readOnly` and `help` stand there for every kind; the rest belongs to the kind.
 */
export interface FieldProperty {
  readonly title?: string;
  readonly description?: string;
  readonly guanxi: { readonly id: string; readonly type: FieldTypeName; readonly [setting: string]: unknown };
  readonly [keyword: string]: unknown;
}

/** A PostgreSQL type as a value: `{ name: 'numeric', arguments: [18, 2] }`. */
export interface ColumnType {
  readonly name: 'text' | 'bigint' | 'numeric' | 'boolean' | 'date' | 'timestamptz' | 'uuid';
  readonly arguments?: readonly number[];
}

/** The GraphQL scalar that carries a value in both directions. Decimal travels as a string, Integer as a 53-bit number. */
export type ScalarName = 'ID' | 'String' | 'Boolean' | 'Integer' | 'Decimal' | 'Date' | 'DateTime';

/** What text from a file or a person may lean on to be understood. */
export interface TextContext {
  readonly locale: string;
  readonly timeZone: string;
  /** ISO 3166 code used for phone numbers without a country. */
  readonly country?: string;
}

export type ParsedText =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly hint?: string };

/** How a value that cannot simply be cast is tried: SQL that yields the new value, and SQL that says whether it fits. */
export interface Cast {
  readonly convert: (column: RawBuilder<unknown>) => RawBuilder<unknown>;
  /** Boolean SQL, true where the value survives the cast; absent when every value does. */
  readonly fits?: (column: RawBuilder<unknown>) => RawBuilder<boolean>;
}

/** Everything there is to say about one kind of field. One folder per kind implements it; nothing else asks for the kind. */
export interface FieldType<S extends FieldSettings = FieldSettings> {
  readonly name: FieldTypeName;
  /** Kinds that only the platform makes are not offered to admins. */
  readonly system?: boolean;
  /** JSON Schema of the property document of this kind, its `guanxi` keyword included (common keywords excepted). */
  readonly propertySchema: JsonSchema;
  readonly defaultSettings: S;
  readSettings(property: FieldProperty): S;
  /** The inverse of `readSettings`: standard keywords plus this kind's entries of the `guanxi` keyword. */
  writeSettings(settings: S): { readonly keywords: JsonSchema; readonly guanxi: FieldSettings };
  /** JSON Schema of one value that is present (null is handled by the caller). */
  valueSchema(settings: S): JsonSchema;
  column(settings: S): ColumnType;
  readonly scalar: ScalarName;
  readonly operators: readonly OperatorName[];
  readonly formulaType: FormulaType;
  readonly sortable: boolean;
  /** Taken into the record search by a piece of text. */
  readonly searchable: boolean;
  /** Values are made by the platform and never accepted from outside. */
  readonly generated?: { next(settings: S, sequence: RawBuilder<unknown>, now: RawBuilder<unknown>): RawBuilder<unknown> };
  /** The name of the object a value points to. */
  reference?(settings: S): string;
  /** The expression that PostgreSQL's JSON functions turn into the value as the API carries it. */
  toJson(column: RawBuilder<unknown>): RawBuilder<unknown>;
  /** Brings a valid value into its one canonical form ("1.50" for scale 2, E.164 for phones). */
  normalize(value: JsonValue, settings: S): JsonValue;
  parseText(text: string, settings: S, context: TextContext): ParsedText;
  formatText(value: JsonValue, settings: S): string;
  /** Order of two present values, as `order by` has it in PostgreSQL. */
  compare(left: JsonValue, right: JsonValue): number;
  /** From which other kinds a field may be changed to this one, and how its values are carried over. */
  readonly castFrom: Partial<Record<FieldTypeName, Cast>>;
}
