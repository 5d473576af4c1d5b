import type { FieldType } from '../field-type.js';
import { lookup, type LookupSettings, sameTarget } from '../lookup/lookup.js';
import { describeProperty } from '../property-schema.js';

/** The platform's object of uploaded files. */
const SETTINGS: LookupSettings = { target: 'File', onDelete: 'clear' };

/** A reference to a file that was uploaded. Who may read the record may read the file. */
export const file: FieldType<LookupSettings> = {
  ...lookup,
  name: 'file',
  propertySchema: describeProperty({ type: 'file', keywords: { type: { const: 'string' }, format: { const: 'uuid' } } }),
  defaultSettings: SETTINGS,
  readSettings: () => SETTINGS,
  writeSettings: () => ({ keywords: { type: 'string', format: 'uuid' }, guanxi: { type: 'file' } }),
  castFrom: { image: sameTarget },
};
