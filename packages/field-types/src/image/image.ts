import type { FieldType } from '../field-type.js';
import { file } from '../file/file.js';
import { type LookupSettings, sameTarget } from '../lookup/lookup.js';
import { describeProperty } from '../property-schema.js';

/** A file that is shown as a picture. */
export const image: FieldType<LookupSettings> = {
  ...file,
  name: 'image',
  propertySchema: describeProperty({ type: 'image', keywords: { type: { const: 'string' }, format: { const: 'uuid' } } }),
  writeSettings: () => ({ keywords: { type: 'string', format: 'uuid' }, guanxi: { type: 'image' } }),
  castFrom: { file: sameTarget },
};
