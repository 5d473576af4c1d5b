import type { FieldType } from '../field-type.js';
import { formulaTextSchema, inverseSchema, lookup, type LookupSettings, objectNameSchema, readInverse, sameTarget } from '../lookup/lookup.js';
import { present, readGuanxiText } from '../property-reading.js';
import { describeProperty } from '../property-schema.js';

export interface MasterDetailSettings extends LookupSettings {
  readonly onDelete: 'cascade';
  /** A detail may be given to another master later on. */
  readonly reparentable?: true;
}

/** A reference to the record that this one is a part of: it is always there, goes with it and is seen by who sees it. */
export const masterDetail: FieldType<MasterDetailSettings> = {
  ...lookup,
  name: 'masterDetail',
  propertySchema: describeProperty({
    type: 'masterDetail',
    keywords: { type: { const: 'string' }, format: { const: 'uuid' } },
    guanxi: { target: objectNameSchema, inverse: inverseSchema, filter: formulaTextSchema, reparentable: { type: 'boolean' } },
    guanxiRequired: ['target'],
  }),
  alwaysRequired: true,
  defaultSettings: { target: '', onDelete: 'cascade' },
  readSettings: (property) => ({
    target: readGuanxiText(property, 'target') ?? '',
    onDelete: 'cascade',
    ...present({
      inverse: readInverse(property),
      filter: readGuanxiText(property, 'filter'),
      reparentable: property.guanxi['reparentable'] === true ? (true as const) : undefined,
    }),
  }),
  writeSettings: ({ target, inverse, filter, reparentable }) => ({
    keywords: { type: 'string', format: 'uuid' },
    guanxi: { type: 'masterDetail', target, ...present({ inverse, filter, reparentable }) },
  }),
  reference: ({ target }) => target,
  castFrom: { masterDetail: sameTarget, lookup: sameTarget },
};
