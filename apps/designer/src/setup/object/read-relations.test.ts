import type { ObjectDocument } from '@guanxi/metadata';
import { readRelations } from './read-relations.js';

const object = (name: string, fields: Readonly<Record<string, object>>) => ({
  kind: 'object', name, state: 'PUBLISHED', document: {
    kind: 'object', name, title: name, type: 'object', guanxi: { id: name },
    properties: Object.fromEntries(Object.entries(fields).map(([field, guanxi]) => [field, { title: field, guanxi: { id: `${name}.${field}`, ...guanxi } }])),
  } as unknown as ObjectDocument,
} as const);

const all = [
  object('Account', {}), object('Contact', { account: { type: 'lookup', target: 'Account', inverse: { name: 'contacts' } } }),
  object('Line', { account: { type: 'masterDetail', target: 'Account' } }), object('Task', { regarding: { type: 'polymorphicLookup', targets: ['Account', 'Contact'] } }),
  object('Campaign', { contacts: { type: 'junction', through: { object: 'Member', near: 'campaign', far: 'contact' } } }),
  object('Member', { campaign: { type: 'lookup', target: 'Campaign' }, contact: { type: 'lookup', target: 'Contact' } }),
];
const told = (name: string) => readRelations(all.find((one) => one.name === name)!.document, all).map(({ direction, holder, field, other, onDelete }) => `${direction} ${holder}.${field} ${other.name} ${onDelete}`);

describe('the relations of an object', () => {
  it('are those that point to it', () => {
    expect(told('Account')).toEqual(['many Contact.account Contact keep', 'many Line.account Line cascade', 'many Task.regarding Task keep']);
  });

  it('are one for each object that a lookup to several may point to', () => {
    expect(told('Task')).toEqual(['one Task.regarding Account keep', 'one Task.regarding Contact keep']);
  });

  it('are many on both sides through an object in between', () => {
    expect(told('Campaign')).toEqual(['both Campaign.contacts Contact keep', 'many Member.campaign Member keep']);
    expect(told('Contact')).toContain('both Campaign.contacts Campaign keep');
  });
});
