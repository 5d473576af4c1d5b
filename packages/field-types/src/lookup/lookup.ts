import { sql } from 'kysely';
import type { Cast, FieldProperty, FieldSettings, FieldType } from '../field-type.js';
import { fittingOr } from '../fitting.js';
import type { JsonSchema } from '../json-schema.js';
import { present, readGuanxiText } from '../property-reading.js';
import { describeProperty } from '../property-schema.js';
import { normalizeRecordId, readRecordId, recordIdOperators, recordIdSchema } from '../record-id/record-id-value.js';
import { asItIs, compareText } from '../text/text-value.js';

/** The list on the other side: its API name and what people call it. */
export type LookupInverse = {
  readonly name: string;
  readonly title?: string;
  readonly titles?: Readonly<Record<string, string>>;
};

export interface LookupSettings extends FieldSettings {
  /** Name of the object that values point to. */
  readonly target: string;
  readonly inverse?: LookupInverse;
  /**
   * What the deletion of the record that is pointed to means for this one: it loses the reference, it forbids the
   * deletion, or it goes with it. Where it is absent the reference stays for as long as the other can be restored.
   */
  readonly onDelete?: 'restrict' | 'clear' | 'cascade';
  /** Which records may be pointed to: a formula over them, in which `$Source` is the record that points. */
  readonly filter?: string;
}

export const objectNameSchema: JsonSchema = { type: 'string', pattern: '^[A-Z][A-Za-z0-9]*$', maxLength: 60 };

export const formulaTextSchema: JsonSchema = { type: 'string', minLength: 1, maxLength: 20_000 };

export const inverseSchema: JsonSchema = {
  type: 'object',
  properties: {
    name: { type: 'string', pattern: '^[a-z][A-Za-z0-9]*$', maxLength: 60 },
    title: { type: 'string', minLength: 1, maxLength: 120 },
    titles: { type: 'object', additionalProperties: { type: 'string', minLength: 1, maxLength: 120 } },
  },
  required: ['name'],
  additionalProperties: false,
};

/** Between kinds of reference: what points to another object than before is lost. */
export const sameTarget: Cast = fittingOr({
  fits: (column, { from, to }) => (from['target'] === to['target'] ? sql<boolean>`true` : sql<boolean>`${column} is null`),
  value: asItIs,
});

/** A reference to a record of one object. */
export const lookup: FieldType<LookupSettings> = {
  name: 'lookup',
  propertySchema: describeProperty({
    type: 'lookup',
    keywords: { type: { const: 'string' }, format: { const: 'uuid' } },
    guanxi: { target: objectNameSchema, inverse: inverseSchema, onDelete: { enum: ['restrict', 'clear'] }, filter: formulaTextSchema },
    guanxiRequired: ['target'],
  }),
  defaultSettings: { target: '' },
  readSettings: (property) => {
    const onDelete = readGuanxiText(property, 'onDelete') as LookupSettings['onDelete'];
    return { target: readGuanxiText(property, 'target') ?? '', ...present({ inverse: readInverse(property), onDelete, filter: readGuanxiText(property, 'filter') }) };
  },
  writeSettings: ({ target, inverse, onDelete, filter }) => ({
    keywords: { type: 'string', format: 'uuid' },
    guanxi: { type: 'lookup', target, ...present({ inverse, onDelete, filter }) },
  }),
  valueSchema: () => recordIdSchema,
  column: () => ({ name: 'uuid' }),
  scalar: 'ID',
  operators: recordIdOperators,
  formulaType: 'reference',
  sortable: false,
  searchable: false,
  reference: ({ target }) => target,
  toJson: asItIs,
  normalize: normalizeRecordId,
  parseText: readRecordId,
  formatText: String,
  compare: compareText,
  castFrom: { lookup: sameTarget, user: sameTarget, masterDetail: sameTarget },
};

export function readInverse(property: FieldProperty): LookupInverse | undefined {
  const inverse = property.guanxi['inverse'];
  return typeof inverse === 'object' && inverse !== null ? (inverse as LookupInverse) : undefined;
}
