import type { JsonSchema } from '@guanxi/field-types';
import { formula, id, longerText, translations } from './parts.js';

/** What a property may say under `guanxi` whatever its kind. */
export const everyKeyword: Readonly<Record<string, JsonSchema>> = {
  id,
  unique: { type: 'boolean' },
  externalId: { type: 'boolean', description: 'The key by which other systems know the record; unique.' },
  indexed: { type: 'boolean', description: 'Has an index of its own, for filters and orders.' },
  personal: { type: 'boolean', description: 'Says something of a person: masked in copies for testing, blanked when the person is erased.' },
  sensitive: { type: 'boolean', description: 'Whoever reads it is written down in the audit trail. Encrypted fields are sensitive unless this is false.' },
  readOnly: { type: 'boolean' },
  help: { ...longerText, description: 'Shown beside the field.' },
  titles: translations,
  helps: translations,
  visibleWhen: formula,
  requiredWhen: formula,
  readOnlyWhen: formula,
  defaultFormula: { ...formula, description: 'The value of new records that are made without one.' },
};
