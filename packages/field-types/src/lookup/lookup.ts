import { sql } from 'kysely';
import type { FieldProperty, FieldSettings, FieldType } from '../field-type.js';
import { fittingOr } from '../fitting.js';
import { readGuanxiText } from '../property-reading.js';
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
  /** What happens to this field when the record it points to is deleted for good. */
  readonly onDelete: 'restrict' | 'clear';
}

export const inverseSchema = {
  type: 'object',
  properties: {
    name: { type: 'string', pattern: '^[a-z][A-Za-z0-9]*$', maxLength: 60 },
    title: { type: 'string', minLength: 1, maxLength: 120 },
    titles: { type: 'object', additionalProperties: { type: 'string', minLength: 1, maxLength: 120 } },
  },
  required: ['name'],
  additionalProperties: false,
};

const sameTarget = fittingOr({
  fits: (column, { from, to }) => (from['target'] === to['target'] ? sql<boolean>`true` : sql<boolean>`${column} is null`),
  value: asItIs,
});

/** A reference to a record of one object. */
export const lookup: FieldType<LookupSettings> = {
  name: 'lookup',
  propertySchema: describeProperty({
    type: 'lookup',
    keywords: { type: { const: 'string' }, format: { const: 'uuid' } },
    guanxi: {
      target: { type: 'string', pattern: '^[A-Z][A-Za-z0-9]*$', maxLength: 60 },
      inverse: inverseSchema,
      onDelete: { enum: ['restrict', 'clear'] },
    },
    guanxiRequired: ['target'],
  }),
  defaultSettings: { target: '', onDelete: 'clear' },
  readSettings: (property) => {
    const inverse = readInverse(property);
    return {
      target: readGuanxiText(property, 'target') ?? '',
      ...(inverse === undefined ? {} : { inverse }),
      onDelete: property.guanxi['onDelete'] === 'restrict' ? 'restrict' : 'clear',
    };
  },
  writeSettings: ({ target, inverse, onDelete }) => ({
    keywords: { type: 'string', format: 'uuid' },
    guanxi: { type: 'lookup', target, ...(inverse === undefined ? {} : { inverse }), onDelete },
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
  castFrom: { lookup: sameTarget, user: sameTarget },
};

export function readInverse(property: FieldProperty): LookupInverse | undefined {
  const inverse = property.guanxi['inverse'];
  return typeof inverse === 'object' && inverse !== null ? (inverse as LookupInverse) : undefined;
}
