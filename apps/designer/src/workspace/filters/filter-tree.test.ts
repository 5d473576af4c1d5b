import { customer, order, sampleWorkspace } from '../testing/sample-workspace.js';
import { whereOfView } from '../records/view-conditions.js';
import { offeredPaths } from './filter-path.js';
import { conditionOfTree, countIncomplete, readTree, treeOfCondition, writeTree, type FilterNode } from './filter-tree.js';

const paused: FilterNode = { field: 'status', operator: 'in', operand: ['paused'] };
const mine: FilterNode = { field: 'owner', operator: 'eq', operand: 'me' };
const tree: readonly FilterNode[] = [paused, { any: true, parts: [mine, { any: false, parts: [{ field: 'name', operator: 'contains', operand: 'tea' }, { field: 'notes', operator: 'isBlank', operand: true }] }] }];

describe('a tree of filters', () => {
  it('comes back from the address as it went in', () => {
    expect(readTree(sampleWorkspace, customer, JSON.parse(JSON.stringify(writeTree(tree))))).toEqual({ nodes: tree, dropped: 0 });
  });
  it('counts what is not this person’s', () => {
    expect(readTree(sampleWorkspace, customer, [['salary', 'eq', 1], { any: [['name', 'within', {}], ['name', 'eq', 'x']] }, 'x', ['name', 'constructor', 1]])).toEqual({ nodes: [{ any: true, parts: [{ field: 'name', operator: 'eq', operand: 'x' }] }], dropped: 4 });
  });
  it('holds formulas as they are written', () => {
    const formula: FilterNode = { formula: 'rating > 3' };
    expect(readTree(sampleWorkspace, customer, JSON.parse(JSON.stringify(writeTree([paused, formula, { any: true, parts: [formula] }]))))).toEqual({ nodes: [paused, formula, { any: true, parts: [formula] }], dropped: 0 });
    expect(conditionOfTree(sampleWorkspace, customer, [paused, formula, { formula: '' }])).toEqual({ status: { in: ['paused'] }, FORMULA: 'rating > 3' });
    expect(conditionOfTree(sampleWorkspace, customer, [formula, { formula: 'rating < 9' }])).toEqual({ AND: [{ FORMULA: 'rating > 3' }, { FORMULA: 'rating < 9' }] });
    expect(treeOfCondition(sampleWorkspace, customer, { FORMULA: 'rating > 3', status: { in: ['paused'] } })).toEqual([formula, paused]);
    expect(whereOfView(sampleWorkspace, customer, { OR: [{ FORMULA: 'rating > 3' }] })).toEqual({ OR: [{ FORMULA: 'rating > 3' }] });
    expect(countIncomplete([formula, { formula: '' }])).toBe(1);
  });
  it('becomes one condition, of which unfinished filters are no part', () => {
    expect(conditionOfTree(sampleWorkspace, customer, [...tree, { field: 'name', operator: 'eq', operand: '' }])).toEqual({ AND: [
      { status: { in: ['paused'] } }, { OR: [{ owner: { eq: 'me' } }, { name: { contains: 'tea' }, notes: { isBlank: true } }] },
    ] });
    expect(conditionOfTree(sampleWorkspace, customer, [])).toBeUndefined();
    expect(countIncomplete([{ any: true, parts: [{ field: 'name', operator: 'eq', operand: '' }, paused] }])).toBe(1);
  });
  it('goes through references and to records that point here', () => {
    const through: readonly FilterNode[] = [{ field: 'customer.status', operator: 'eq', operand: 'active' }];
    expect(whereOfView(sampleWorkspace, order, conditionOfTree(sampleWorkspace, order, through)!)).toEqual({ customer: { status: { eq: 'active' } } });
    const many: readonly FilterNode[] = [{ field: 'orders.orderedOn', operator: 'within', operand: { last: { days: 30 } } }];
    expect(conditionOfTree(sampleWorkspace, customer, many)).toEqual({ orders: { some: { orderedOn: { within: { last: { days: 30 } } } } } });
  });
  it('is read back out of a view’s condition', () => {
    for (const [object, nodes] of [[customer, tree], [order, [{ field: 'customer.status', operator: 'eq', operand: 'active' }]], [customer, [{ field: 'orders.orderedOn', operator: 'gt', operand: '2026-01-01' }]]] as const) {
      expect(treeOfCondition(sampleWorkspace, object, conditionOfTree(sampleWorkspace, object, nodes))).toEqual(nodes);
    }
    expect(treeOfCondition(sampleWorkspace, customer, undefined)).toEqual([]);
  });
  it('is none where a condition says more than filters can', () => {
    expect(treeOfCondition(sampleWorkspace, customer, { NOT: { status: { eq: 'active' } } })).toBeUndefined();
    expect(treeOfCondition(sampleWorkspace, customer, { orders: { none: { orderedOn: { isBlank: true } } } })).toBeUndefined();
    expect(treeOfCondition(sampleWorkspace, customer, { orders: { some: { orderedOn: { isBlank: true }, number: { eq: 'A' } } } })).toBeUndefined();
  });
});

describe('fields to filter by', () => {
  it('are those of the object, of what it points to and of what points to it', () => {
    expect(offeredPaths(sampleWorkspace, order, 1).map(({ path }) => path)).toContain('customer.status');
    expect(offeredPaths(sampleWorkspace, customer, 1).map(({ path }) => path)).toEqual(expect.arrayContaining(['status', 'orders.orderedOn']));
  });
});
