import type { ObjectDocument } from '@guanxi/metadata';
import { putDuplicateRule, readDuplicateRule, withDuplicateRules, writeDuplicateRule } from './duplicate-draft.js';

const rule = { id: 'd', name: 'sameName', title: 'Same name', match: [{ field: 'name', how: 'fuzzy', threshold: 0.7 }, { field: 'city', how: 'exact' }], onSave: 'block', active: false } as const;
const object: ObjectDocument = { kind: 'object', name: 'Account', title: 'Account', type: 'object', properties: {}, guanxi: { id: 'a', duplicates: [rule] } };

describe('a duplicate rule', () => {
  it('is written as it was read', () => {
    expect(writeDuplicateRule(readDuplicateRule(rule), 'd')).toEqual(rule);
  });

  it('leaves out rows without a field, and a threshold that means nothing', () => {
    const draft = { ...readDuplicateRule(rule), match: [{ field: '', how: 'exact' }, { field: 'city', how: 'exact', threshold: 0.5 }] as const };
    expect(writeDuplicateRule(draft, 'd').match).toEqual([{ field: 'city', how: 'exact' }]);
  });

  it('takes its place, and leaves no empty list behind', () => {
    expect(putDuplicateRule(object, { ...rule, onSave: 'warn' }).guanxi.duplicates).toEqual([{ ...rule, onSave: 'warn' }]);
    expect('duplicates' in withDuplicateRules(object, []).guanxi).toBe(false);
  });
});
