import { describePlace, groupMergeChanges } from './group-merge-changes.js';

const change = (path: string, event: 'added' | 'changed' | 'removed' = 'changed') => ({ kind: 'object', name: 'Customer', path, event, before: null, after: null });

it('tells a whole document from places in one', () => {
  expect(groupMergeChanges([change('/object:Customer', 'added')])).toEqual([{ kind: 'object', name: 'Customer', event: 'added', places: [] }]);
  expect(groupMergeChanges([change('/object:Customer/title'), change('/object:Customer/properties/f1', 'added')])).toMatchObject([{ event: 'changed', places: [{}, {}] }]);
});

it('says where without the keywords', () => {
  expect(describePlace('/object:Customer/properties/f1/property/guanxi/help')).toBe('f1 › help');
});
