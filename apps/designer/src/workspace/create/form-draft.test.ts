/** @jest-environment jsdom */
import type { FieldDescription } from '@guanxi/metadata';
import { draftValues, dropDraft, keepDraft, readDraft, type DraftPlace } from './form-draft.js';

const mei: DraftPlace = { org: 'o1', user: 'mei', object: 'Customer' };
const savedAt = '2026-11-22T10:00:00Z';
const day = 24 * 60 * 60 * 1000;
const at = (days: number) => Date.parse(savedAt) + days * day;

afterEach(() => localStorage.clear());

describe('a draft', () => {
  it('is kept for one person, one org and one object, for seven days', () => {
    keepDraft(mei, { savedAt, type: 'key', values: { name: 'Acme' } });
    expect(readDraft(mei, at(6.9))).toEqual({ savedAt, type: 'key', values: { name: 'Acme' } });
    expect(readDraft({ ...mei, user: 'bob' }, at(0))).toBeNull();
    expect(readDraft({ ...mei, org: 'o2' }, at(0))).toBeNull();
    expect(readDraft({ ...mei, object: 'Order' }, at(0))).toBeNull();
    expect(readDraft({ ...mei, user: 'bob' }, at(7.1))).toBeNull();
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('goes away when nothing is typed any more, when it is dropped, and when it is no draft', () => {
    keepDraft(mei, { savedAt, type: null, values: { name: 'Acme' } });
    keepDraft(mei, { savedAt, type: null, values: {} });
    expect(readDraft(mei, at(0))).toBeNull();
    keepDraft(mei, { savedAt, type: null, values: { name: 'Acme' } });
    dropDraft(mei);
    expect(readDraft(mei, at(0))).toBeNull();
    localStorage.setItem('guanxi.draft.o1.mei.Customer', '{"savedAt":"nonsense","values":[]}');
    expect(readDraft(mei, at(0))).toBeNull();
  });

  it('has what was changed, and nothing that is secret', () => {
    const field = (name: string, type: string) => ({ name, type, value: { type, settings: {} } }) as unknown as FieldDescription;
    const object = { fields: [field('name', 'text'), field('city', 'text'), field('passport', 'encryptedText')] };
    expect(draftValues(object, { name: null, city: 'Taipei', passport: null }, { name: 'Acme', city: 'Taipei', passport: 'A123' })).toEqual({ name: 'Acme' });
  });
});
