import type { ObjectDocument, SharingRuleDocument } from '@guanxi/metadata';
import { keyOf, readKey } from './grantees.js';
import { emptyRule, putSharing, readRule, sentenceKey, writeRule } from './sharing-draft.js';

const object: ObjectDocument = { kind: 'object', name: 'Deal', title: 'Deal', type: 'object', properties: {}, guanxi: { id: 'deal' } } as ObjectDocument;

describe('sharing as it is edited', () => {
  it('writes a rule as it was read, and none that is not whole', () => {
    const rule: SharingRuleDocument = { kind: 'sharing-rule', name: 'west', title: 'West', description: 'why', object: 'Deal', which: { when: "region = 'west'" }, to: [{ below: 'sales' }, { everyone: true }], access: 'edit', active: false, guanxi: { id: 'r' } };
    expect(writeRule(readRule(rule), rule)).toEqual(rule);
    expect(writeRule({ ...emptyRule, object: 'Deal', to: [{ team: 'blue' }] })).toBeNull();
    expect(rule.to.map(keyOf).map(readKey)).toEqual(rule.to);
  });

  it('leaves the plainest default out, and says each in a sentence', () => {
    expect(putSharing(object, { default: 'private' }).guanxi).toEqual({ id: 'deal' });
    expect(putSharing(object, { default: 'parent', parent: 'account', throughRoles: false }).guanxi.sharing).toEqual({ default: 'parent', parent: 'account' });
    expect([object, putSharing(object, { default: 'private', throughRoles: false }), putSharing(object, { default: 'read' }), putSharing(object, { default: 'parent', parent: 'account' })].map(sentenceKey)).toEqual(['private', 'privateAlone', 'read', 'parent']);
  });
});
