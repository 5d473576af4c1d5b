import { customer } from '../../workspace/testing/sample-workspace.js';
import { filtersOfWhere, whereOfFilters } from './view-filters.js';

it('reads what it writes', () => {
  const filters = [{ field: 'status', operator: 'in', operand: ['active'] }, { field: 'owner', operator: 'eq', operand: 'me' }] as const;
  const where = whereOfFilters(filters);
  expect(where).toEqual({ status: { in: ['active'] }, owner: { eq: 'me' } });
  expect(filtersOfWhere(customer, where)).toEqual(filters);
});

it('keeps two conditions on one field apart, and leaves out what is not finished', () => {
  const where = whereOfFilters([{ field: 'name', operator: 'contains', operand: 'a' }, { field: 'name', operator: 'contains', operand: 'b' }, { field: 'status', operator: 'in', operand: [] }]);
  expect(where).toEqual({ AND: [{ name: { contains: 'a' } }, { name: { contains: 'b' } }] });
  expect(filtersOfWhere(customer, where)).toHaveLength(2);
});

it('knows when a condition says more than rows can', () => {
  expect(filtersOfWhere(customer, { OR: [] })).toBeUndefined();
  expect(filtersOfWhere(customer, { parent: { name: { eq: 'x' } } })).toBeUndefined();
  expect(filtersOfWhere(customer, undefined)).toEqual([]);
});
