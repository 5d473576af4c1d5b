import { customer, order, sampleWorkspace } from '../testing/sample-workspace.js';
import { dayAfter, groupsQuery, readGrouping, readGroups, whereOfGroup } from './grouping.js';

const byStatus = readGrouping(sampleWorkspace, customer, 'status')!;
const byMonth = readGrouping(sampleWorkspace, order, 'orderedOn:month')!;
const byCustomer = readGrouping(sampleWorkspace, order, 'customer')!;

describe('what a list is grouped by', () => {
  it('is a choice, a reference with its name, or a stretch of the calendar', () => {
    expect([byStatus.field.name, byMonth.unit, byCustomer.nameField]).toEqual(['status', 'month', 'name']);
    expect(readGrouping(sampleWorkspace, order, 'orderedOn:moon')).toMatchObject({ unit: 'month' });
    expect([readGrouping(sampleWorkspace, customer, 'notes'), readGrouping(sampleWorkspace, customer, 'gone'), readGrouping(sampleWorkspace, customer, undefined)]).toEqual([null, null, null]);
  });
  it('is asked for with its name', () => {
    expect(groupsQuery({ object: order, select: 'id', where: { number: { eq: '1' } } }, byCustomer, []).query)
      .toBe('query Groups($where: OrderWhere) { grouped: orders(where: $where) { groupBy(by: [{ field: customerId }], first: 200) { key { customerId customer { name: name } } count } } }');
  });
});

describe('groups', () => {
  const group = (key: Record<string, unknown>) => ({ key, count: 1 });
  it('of choices stand in the order of the choices, the blank one last', () => {
    const groups = readGroups({ grouped: { groupBy: [group({ status: null }), group({ status: 'paused' }), group({ status: 'active' })] } }, byStatus, 'en');
    expect(groups.map(({ key }) => key)).toEqual(['active', 'paused', null]);
  });
  it('of days begin with the latest, of records with the first name', () => {
    expect(readGroups({ grouped: { groupBy: [group({ orderedOn: '2026-01-01' }), group({ orderedOn: '2026-03-01' })] } }, byMonth, 'en').map(({ key }) => key)).toEqual(['2026-03-01', '2026-01-01']);
    expect(readGroups({ grouped: { groupBy: [group({ customerId: '1', customer: { name: 'Zoe' } }), group({ customerId: '2', customer: { name: 'Amber' } })] } }, byCustomer, 'en').map(({ name }) => name)).toEqual(['Amber', 'Zoe']);
  });
  it('are found again by a condition', () => {
    expect(whereOfGroup(byStatus, { key: 'active' }, 'UTC')).toEqual({ status: { eq: 'active' } });
    expect(whereOfGroup(byCustomer, { key: null }, 'UTC')).toEqual({ customerId: { isBlank: true } });
    expect(whereOfGroup(byMonth, { key: '2026-02-01' }, 'UTC')).toEqual({ AND: [{ orderedOn: { gte: '2026-02-01' } }, { orderedOn: { lt: '2026-03-01' } }] });
    const made = readGrouping(sampleWorkspace, customer, 'createdAt:day')!;
    expect(whereOfGroup(made, { key: '2026-03-01T16:00:00Z' }, 'Asia/Taipei')).toEqual({ AND: [{ createdAt: { gte: '2026-03-01T16:00:00.000Z' } }, { createdAt: { lt: '2026-03-02T16:00:00.000Z' } }] });
  });
  it('end with the day before the next', () => {
    expect([dayAfter('2026-12-31', 'day'), dayAfter('2026-11-01', 'quarter'), dayAfter('2024-02-26', 'week'), dayAfter('2026-01-01', 'year')]).toEqual(['2027-01-01', '2027-02-01', '2024-03-04', '2027-01-01']);
  });
});
