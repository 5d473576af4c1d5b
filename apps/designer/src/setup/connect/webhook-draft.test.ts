import type { FieldDescription, ObjectDescription } from '@guanxi/metadata';
import { readHeaders, readSubjects, startSubject } from './webhook-draft.js';

const amount = { name: 'amount', label: 'Amount', operators: ['eq', 'gt', 'isBlank'] } as unknown as FieldDescription;
const order = { name: 'Order', fields: [amount], relations: [] } as unknown as ObjectDescription;
const workspace = { objects: [order] };

it('reads headers line by line, and none where a line is no header', () => {
  expect(readHeaders(' x-tenant: seven \n\nauthorization: Bearer a:b')).toEqual({ 'x-tenant': 'seven', authorization: 'Bearer a:b' });
  expect(readHeaders('')).toEqual({});
  expect(readHeaders('no header here')).toBeUndefined();
});

it('shows a filter as rows and gives it back as it was', () => {
  for (const where of [null, { amount: { gt: '5' } }, { OR: [{ amount: { gt: '5' } }, { amount: { isBlank: true } }] }]) {
    const draft = startSubject(workspace, { object: 'Order', where, fields: null });
    expect(draft.filter).toHaveProperty('nodes');
    expect(readSubjects(workspace, [draft])).toEqual({ subjects: [{ object: 'Order', where, fields: null }], wrong: new Map() });
  }
});

it('leaves a filter that rows cannot say as JSON', () => {
  const where = { NOT: { amount: { gt: '5' } } };
  const draft = startSubject(workspace, { object: 'Order', where, fields: ['amount'] });
  expect(draft.filter).toEqual({ text: JSON.stringify(where, null, 2) });
  expect(readSubjects(workspace, [draft]).subjects).toEqual([{ object: 'Order', where, fields: ['amount'] }]);
  expect(readSubjects(workspace, [{ ...draft, filter: { text: '[1]' } }, { ...draft, filter: { text: '{' } }]).wrong).toEqual(new Map([[0, 'noJson'], [1, 'noJson']]));
});

it('takes no condition without a value: more would be sent than is meant', () => {
  const filter = { nodes: [{ field: 'amount', operator: 'gt' as const, operand: null }] };
  expect(readSubjects(workspace, [{ object: 'Order', filter, fields: [] }]).wrong).toEqual(new Map([[0, 'incomplete']]));
});
