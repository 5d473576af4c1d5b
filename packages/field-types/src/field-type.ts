import type { FormulaType } from '@guanxi/formula';
import type { RawBuilder } from 'kysely';
import type { JsonSchema, JsonValue } from './json-schema.js';
import type { Wording } from './language/sentence.js';
import type { OperatorName } from './operators/index.js';

/** The kinds an admin can choose, and `recordId`, which only the platform uses (the `id` of every record). */
export type FieldTypeName =
  | 'text'
  | 'longText'
  | 'richText'
  | 'integer'
  | 'decimal'
  | 'currency'
  | 'percent'
  | 'boolean'
  | 'date'
  | 'dateTime'
  | 'time'
  | 'duration'
  | 'picklist'
  | 'lookup'
  | 'user'
  | 'email'
  | 'phone'
  | 'url'
  | 'address'
  | 'personName'
  | 'geolocation'
  | 'file'
  | 'image'
  | 'json'
  | 'encryptedText'
  | 'autoNumber'
  | 'multiPicklist'
  | 'masterDetail'
  | 'polymorphicLookup'
  | 'junction'
  | 'formula'
  | 'rollUp'
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
  readonly name: 'text' | 'bigint' | 'numeric' | 'boolean' | 'date' | 'time' | 'timestamptz' | 'uuid' | 'jsonb' | 'text[]';
  readonly arguments?: readonly number[];
}

/** The GraphQL scalar that carries a value in both directions. Decimal travels as a string, Integer as a 53-bit number. */
export type ScalarName = 'ID' | 'String' | 'Boolean' | 'Integer' | 'Decimal' | 'Date' | 'Time' | 'DateTime' | 'JSON';

/**
 * Where the value of a field is.
 * column: in a column of its own · generated: in a column that PostgreSQL computes from the other columns of the row ·
 * maintained: in a column that only the platform writes, in the transaction of the change it follows from ·
 * computed: nowhere, it is an expression at the time of reading · members: in other fields of the same record (one lookup
 * per object that a polymorphic lookup may point to) · through: in records of another object (junction).
 */
export type FieldStorage = 'column' | 'generated' | 'maintained' | 'computed' | 'members' | 'through';

/** A named piece of a value that has several, as the city of an address. Filters, formulas and API clients can name it. */
export interface FieldPart {
  readonly label: Wording;
  readonly scalar: ScalarName;
  readonly column: ColumnType;
  readonly operators: readonly OperatorName[];
  readonly formulaType: FormulaType;
  /** SQL of the piece, of the type `column`. */
  extract(column: RawBuilder<unknown>): RawBuilder<unknown>;
  /** The piece of a present value; null where it has none. */
  read(value: JsonValue): JsonValue;
}

/** What text from a file or a person may lean on to be understood. */
export interface TextContext {
  readonly locale: string;
  readonly timeZone: string;
  /** ISO 3166 code used for phone numbers without a country. */
  readonly country?: string;
}

export type ParsedText =
  | { readonly ok: true; readonly value: JsonValue }
  | {
      readonly ok: false;
      readonly code: string;
      /** In English, as the hint is. */
      readonly message: string;
      readonly hint?: string;
      /** The same in somebody's language, which need not be the one of the text. */
      readonly tell: (locale: string) => { readonly message: string; readonly hint?: string };
    };

/** The field before and after, and the org's time zone (a day and an instant are told apart by it). */
export interface CastContext {
  readonly from: FieldSettings;
  readonly to: FieldSettings;
  readonly timeZone: string;
}

/**
 * How the values of a field are carried over to another kind or to other settings. Holds no parameters, only literals:
 * it becomes a part of DDL.
 */
export interface Cast {
  /** SQL of the new value; null where the value does not fit. */
  readonly convert: (column: RawBuilder<unknown>, context: CastContext) => RawBuilder<unknown>;
  /** Boolean SQL, false where a value would be lost, never false for null; absent or undefined when every value fits. */
  readonly fits?: (column: RawBuilder<unknown>, context: CastContext) => RawBuilder<boolean> | undefined;
}

/** JSON Schema of a kind's property document in a fixed shape, so that the keywords every kind has can be laid over it. */
export interface PropertySchema extends JsonSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, JsonSchema>> & { readonly guanxi: GuanxiKeywordSchema };
  readonly required: readonly string[];
}

export interface GuanxiKeywordSchema extends JsonSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: readonly string[];
}

export interface Generated<S extends FieldSettings = FieldSettings> {
  /**
   * SQL of the next value. `sequence` is an expression of the next number, as `nextval(…)`, and stands in it exactly
   * once; `now` is a timestamp without time zone, already in the org's time zone.
   */
  next(settings: S, sequence: RawBuilder<unknown>, now: RawBuilder<unknown>): RawBuilder<unknown>;
}

/** Everything there is to say about one kind of field. One folder per kind implements it; nothing else asks for the kind. */
export interface FieldType<S extends FieldSettings = FieldSettings> {
  readonly name: FieldTypeName;
  /** Kinds that only the platform makes are not offered to admins. */
  readonly system?: boolean;
  /** What a property document of this kind says beyond the keywords of every kind (title, description, id, unique …). Open: it forbids nothing. */
  readonly propertySchema: PropertySchema;
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
  readonly generated?: Generated<S>;
  /** The name of the object a value points to. */
  reference?(settings: S): string;
  /** `column` when it is not said. Of a kind that is never in a column, `column` is only there to be total. */
  storage?(settings: S): FieldStorage;
  /** A record without a value of this kind makes no sense, whatever its object's document says. */
  readonly alwaysRequired?: true;
  /** Values follow from others: there is nothing to write. */
  readonly derived?: true;
  /** The API carries an object with these members; `scalar` is then JSON. */
  readonly parts?: Readonly<Record<string, FieldPart>>;
  /** The API carries a list of `scalar`. */
  readonly list?: true;
  /** What is stored is a cipher text: the rim of the API encrypts and decrypts, the database never sees the value. */
  readonly encrypted?: true;
  /**
   * SQL of the value as people read it: for names, search, order and the operators whose operand is a piece of text.
   * Absent where the column itself serves.
   */
  text?(column: RawBuilder<unknown>): RawBuilder<string | null>;
  /** SQL of the texts that a value is searched by, where they are others than what people read. */
  searched?(column: RawBuilder<unknown>): readonly RawBuilder<unknown>[];
  /** The same of a present value in memory. */
  display?(value: JsonValue): string;
  /** The expression that PostgreSQL's JSON functions turn into the value as the API carries it. */
  toJson(column: RawBuilder<unknown>): RawBuilder<unknown>;
  /**
   * Brings a valid value into its one canonical form ("1.50" for scale 2, E.164 for phones). Text without a visible
   * character becomes null: blank has one form.
   */
  normalize(value: JsonValue, settings: S, context?: Pick<TextContext, 'country'>): JsonValue;
  /** Understands one cell of a file. Blank text is null; the value of any other is valid and normalized. */
  parseText(text: string, settings: S, context: TextContext): ParsedText;
  /** The cell of an export: what `parseText` understands in an English context. */
  formatText(value: JsonValue, settings: S): string;
  /** Order of two present values, as `order by` has it in PostgreSQL. */
  compare(left: JsonValue, right: JsonValue): number;
  /** From which kinds a field may be changed to this one; the kind itself stands here when its settings can narrow. */
  readonly castFrom: Partial<Record<FieldTypeName, Cast>>;
}
