import type { FieldTypeFixtures } from '../contract/field-type-fixtures.js';
import { lookupFixtures } from '../lookup/lookup.fixtures.js';

export const masterDetailFixtures: FieldTypeFixtures = {
  ...lookupFixtures,
  settings: [
    { target: 'Customer', onDelete: 'cascade', inverse: { name: 'orders', title: 'Orders', titles: { 'zh-TW': '訂單' } } },
    { target: 'Customer', onDelete: 'cascade', reparentable: true, filter: 'active' },
  ],
};
