import { customer } from '../testing/sample-workspace.js';
import { totalIn, totalsQuery, type TotalsAnswer } from './totals-query.js';
import { totalsOf } from './total-kinds.js';

const [name, status] = [customer.fields.find((field) => field.name === 'name')!, customer.fields.find((field) => field.name === 'status')!];

describe('totals of columns', () => {
  it('are asked for in one operation', () => {
    const { query, variables } = totalsQuery(customer, { where: { city: { eq: 'Taipei' } }, search: 'tea', wanted: [{ field: name, kind: 'max' }, { field: status, kind: 'filled' }] });
    expect(query).toBe('query Totals($where_totals: CustomerWhere, $search: String, $where_counted_status: CustomerWhere) { '
      + 'totals: customers(where: $where_totals, search: $search) { aggregate { max { name } } } '
      + 'counted_status: customers(where: $where_counted_status, search: $search) { totalCount } }');
    expect(variables['where_counted_status']).toEqual({ AND: [{ city: { eq: 'Taipei' } }, { status: { isBlank: false } }] });
  });
  it('are read out of the answer', () => {
    const answer: TotalsAnswer = { totals: { aggregate: { max: { name: 'Zoe' } } }, counted_status: { totalCount: 3 } };
    expect([totalIn(answer, { field: name, kind: 'max' }), totalIn(answer, { field: status, kind: 'filled' }), totalIn(undefined, { field: name, kind: 'max' })]).toEqual(['Zoe', 3, undefined]);
  });
  it('are those that make sense for the field', () => {
    expect(totalsOf(name)).toEqual(['filled', 'blank', 'min', 'max']);
    expect(totalsOf(status)).toEqual(['filled', 'blank']);
  });
});
