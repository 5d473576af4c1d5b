import type { PicklistDocument } from '@guanxi/metadata';
import { readSet, renameSetUsers, writeSet } from './picklist-draft.js';
import { usersOfSet } from './users-of-set.js';

const tier: PicklistDocument = {
  kind: 'picklist', name: 'Tier', title: 'Tier', titles: { 'zh-TW': '等級' }, values: [{ value: 'gold', label: 'Gold', color: 'amber', labels: { 'zh-TW': '金' } }, { value: 'old', active: false }], guanxi: { id: 't' },
};
const account = {
  kind: 'object', name: 'Account', state: 'PUBLISHED', document: {
    kind: 'object', name: 'Account', title: 'Account', type: 'object', guanxi: { id: 'o' },
    properties: { tier: { title: 'Tier', type: 'string', guanxi: { id: 'f', type: 'picklist', valueSet: 'Tier' } }, city: { title: 'City', type: 'string', guanxi: { id: 'c', type: 'text' } } },
  },
} as const;

describe('a global list', () => {
  it('is written as it was read', () => {
    expect(writeSet(readSet(tier), tier)).toEqual(tier);
  });

  it('knows the fields that use it, which follow a new name', () => {
    expect(usersOfSet('Tier', [account])).toEqual([{ object: 'Account', field: 'tier', title: 'Tier', isList: false }]);
    const [renamed] = renameSetUsers('Tier', 'Rank', [account]);
    expect(renamed?.properties['tier']?.guanxi['valueSet']).toBe('Rank');
    expect(renamed?.properties['city']).toBe(account.document.properties.city);
  });
});
