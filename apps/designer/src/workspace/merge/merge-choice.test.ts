import { customer } from '../testing/sample-workspace.js';
import { decidableFields, mergedData, sourceOf } from './merge-choice.js';

const records = [
  { id: 'a', name: 'Ann', status: null, notes: 'x' },
  { id: 'b', name: 'Anna', status: 'paused', notes: 'x' },
];
const status = customer.fields.find(({ name }) => name === 'status');

it('asks only about what differs, unless all is wanted', () => {
  expect(decidableFields(customer, records, false).map(({ name }) => name)).toEqual(['name', 'status']);
  expect(decidableFields(customer, records, true).map(({ name }) => name)).toContain('notes');
});

it('keeps what the record that stays has, and takes what it lacks', () => {
  if (!status) throw new Error('The sample has no status.');
  expect(sourceOf(status, records, 'a', {})).toBe('b');
  expect(sourceOf(status, records, 'a', { status: 'a' })).toBe('a');
  expect(mergedData(customer, records, 'a', {}, ({ name }) => name)).toEqual({ status: 'paused' });
  expect(mergedData(customer, records, 'a', { name: 'b', status: 'a' }, ({ name }) => name)).toEqual({ name: 'Anna' });
});
