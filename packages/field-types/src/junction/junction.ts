import { sql } from 'kysely';
import type { FieldProperty, FieldSettings, FieldType, ParsedText } from '../field-type.js';
import type { JsonSchema, JsonValue } from '../json-schema.js';
import { inverseSchema, type LookupInverse, objectNameSchema, readInverse } from '../lookup/lookup.js';
import { present } from '../property-reading.js';
import { describeProperty } from '../property-schema.js';
import { readRecordId, recordIdSchema } from '../record-id/record-id-value.js';
import { asItIs, compareText } from '../text/text-value.js';
import { distinct, membersOf } from './members.js';

/** The object in between, its lookup to this side and its lookup to the listed records. */
export type JunctionPath = { readonly object: string; readonly near: string; readonly far: string };

export interface JunctionSettings extends FieldSettings {
  readonly through: JunctionPath;
  /** The same list seen from the other side. */
  readonly inverse?: LookupInverse;
}

const fieldName: JsonSchema = { type: 'string', pattern: '^[a-z][A-Za-z0-9]*$', maxLength: 60 };
const idList: JsonSchema = { type: 'array', items: recordIdSchema, maxItems: 10_000 };

/** Many records on both sides, joined by the records of an object in between. What is written says who comes and who goes. */
export const junction: FieldType<JunctionSettings> = {
  name: 'junction',
  propertySchema: describeProperty({
    type: 'junction',
    keywords: { type: { const: 'array' } },
    guanxi: {
      through: { type: 'object', properties: { object: objectNameSchema, near: fieldName, far: fieldName }, required: ['object', 'near', 'far'], additionalProperties: false },
      inverse: inverseSchema,
    },
    guanxiRequired: ['through'],
  }),
  defaultSettings: { through: { object: '', near: '', far: '' } },
  readSettings: (property) => ({ through: readPath(property), ...present({ inverse: readInverse(property) }) }),
  writeSettings: ({ through, inverse }) => ({ keywords: { type: 'array' }, guanxi: { type: 'junction', through, ...present({ inverse }) } }),
  valueSchema: () => ({ type: 'object', properties: { add: idList, remove: idList }, additionalProperties: false, minProperties: 1 }),
  storage: () => 'through',
  column: () => ({ name: 'jsonb' }),
  scalar: 'JSON',
  operators: [],
  formulaType: 'reference',
  sortable: false,
  searchable: false,
  text: () => sql<null>`null::text`,
  display: writeIds,
  toJson: asItIs,
  normalize: (value) => {
    const { add, remove } = membersOf(value);
    return add.length + remove.length === 0 ? null : { ...(add.length > 0 && { add }), ...(remove.length > 0 && { remove }) };
  },
  parseText: readIds,
  formatText: writeIds,
  compare: (left, right) => compareText(writeIds(left), writeIds(right)),
  castFrom: {},
};

function readPath(property: FieldProperty): JunctionPath {
  const { object = '', near = '', far = '' } = (property.guanxi['through'] ?? {}) as Partial<JunctionPath>;
  return { object, near, far };
}

/** A file names the records that are in the list. */
function writeIds(value: JsonValue): string {
  return membersOf(value).add.join('; ');
}

function readIds(cell: string): ParsedText {
  const ids = cell.split(/[;；]/u).filter((text) => text.trim() !== '').map(readRecordId);
  const refused = ids.find((id) => !id.ok);
  if (refused) return refused;
  return { ok: true, value: ids.length === 0 ? null : { add: distinct(ids.map((id) => (id.ok ? String(id.value) : ''))) } };
}
