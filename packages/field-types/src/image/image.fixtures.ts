import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';
import { fileFixtures } from '../file/file.fixtures.js';

export const imageFixtures: FieldTypeFixtures = fileFixtures;
