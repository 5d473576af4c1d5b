import type { FieldType } from '../field-type.js';
import { inverseSchema, lookup, type LookupInverse, type LookupSettings, readInverse } from '../lookup/lookup.js';
import { describeProperty } from '../property-schema.js';

const TARGET = 'User';

/** A reference to a person who works in the org. */
export const user: FieldType<LookupSettings> = {
  ...lookup,
  name: 'user',
  operators: [...lookup.operators, 'among'],
  propertySchema: describeProperty({
    type: 'user',
    keywords: { type: { const: 'string' }, format: { const: 'uuid' } },
    guanxi: { inverse: inverseSchema },
  }),
  defaultSettings: { target: TARGET, onDelete: 'clear' },
  readSettings: (property) => withInverse(readInverse(property)),
  writeSettings: ({ inverse }) => ({
    keywords: { type: 'string', format: 'uuid' },
    guanxi: { type: 'user', ...(inverse === undefined ? {} : { inverse }) },
  }),
};

/** Users are never deleted, only switched off. */
function withInverse(inverse: LookupInverse | undefined): LookupSettings {
  return { target: TARGET, onDelete: 'clear', ...(inverse === undefined ? {} : { inverse }) };
}
