import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';
import { lookupFixtures } from '../lookup/lookup.fixtures.js';

export const fileFixtures: FieldTypeFixtures = { ...lookupFixtures, settings: [{ target: 'File', onDelete: 'clear' }] };
