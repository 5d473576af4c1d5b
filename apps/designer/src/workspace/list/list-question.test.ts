import { customer, order, sampleWorkspace } from '../testing/sample-workspace.js';
import { splitLayout } from '../record/split-layout.js';
import { defaultColumns } from './choose-columns.js';
import { listHref, readListAddress } from './list-address.js';
import { planList } from './list-question.js';

describe('a list by its address', () => {
  it('begins with the first view, its condition and order', () => {
    const { viewName, columns, question } = planList(sampleWorkspace, customer, {});
    expect({ viewName, columns: columns.map(({ name }) => name), where: question.where, orderBy: question.orderBy })
      .toEqual({ viewName: 'Customer.mine', columns: ['name', 'status'], where: { ownerId: { eq: 'me' } }, orderBy: [{ name: 'ASC' }] });
  });
  it('puts filters and order of the address in place of the view’s', () => {
    const { question, isChanged, filters } = planList(sampleWorkspace, customer, { f: [['status', 'in', ['paused']]], s: '-status,name', q: ' ana ' }, { kept: [{ name: 'notes' }] });
    expect(question).toMatchObject({ where: { status: { in: ['paused'] } }, orderBy: [{ status: 'DESC' }, { name: 'ASC' }], search: 'ana' });
    expect([isChanged, filters.length]).toEqual([true, 1]);
    expect(question.select).toContain('notes');
  });
  it('shows the filters of a view as filters, and knows when nothing differs', () => {
    const { filters, isChanged } = planList(sampleWorkspace, order, { f: [['owner', 'eq', 'me'], ['customer.status', 'eq', 'active']] });
    expect(filters).toEqual([{ field: 'owner', operator: 'eq', operand: 'me' }, { field: 'customer.status', operator: 'eq', operand: 'active' }]);
    expect(isChanged).toBe(false);
  });
  it('follows a saved view', () => {
    const saved = [{ id: 'v9', object: 'Order', title: 'By customer', isShared: false, isMine: true, ownerName: null, isList: false, mayEdit: true, mayShare: true, audience: [], content: { columns: [{ name: 'orderedOn', total: 'max' }], filters: [['number', 'contains', '7']], orderBy: [{ field: 'orderedOn', direction: 'desc' }], group: 'customer' } }];
    const { columns, grouping, question, isChanged } = planList(sampleWorkspace, order, { view: 'v9' }, { saved });
    expect([columns, grouping?.field.name, question.where, isChanged]).toEqual([[{ name: 'number' }, { name: 'orderedOn', total: 'max' }], 'customer', { number: { contains: '7' } }, false]);
    expect(planList(sampleWorkspace, order, { view: 'v9', g: '' }, { saved })).toMatchObject({ grouping: null, isChanged: true });
  });
  it('leaves out a formula that names what is gone, and keeps it to be mended', () => {
    const f = [{ formula: 'gone > 1' }, ['number', 'contains', '7']] as const;
    const { question, filters, broken, content } = planList(sampleWorkspace, order, { view: 'all', f }, { broken: ['gone > 1', 'other'] });
    expect([question.where, filters.length, broken, content.filters]).toEqual([{ number: { contains: '7' } }, 2, ['gone > 1'], f]);
  });
  it('shows what is on a list', () => {
    const saved = [{ id: 'l1', object: 'Order', title: 'Fair', isShared: false, isMine: true, ownerName: null, isList: true, mayEdit: true, mayShare: true, audience: [], content: { filters: [['number', 'contains', '7']] } }];
    expect(planList(sampleWorkspace, order, { view: 'l1' }, { saved }).question.where).toEqual({ AND: [{ id: { onList: 'l1' } }, { number: { contains: '7' } }] });
  });
  it('shows everything without a view', () => {
    const { view, question, columns } = planList(sampleWorkspace, order, { view: 'all' });
    expect([view, question.where, question.orderBy, columns.map(({ name }) => name)]).toEqual([null, undefined, undefined, ['number', 'customer', 'orderedOn', 'createdAt']]);
  });
  it('leaves long text out of the columns it chooses', () => expect(defaultColumns(customer)).not.toContain('notes'));
});

describe('the address', () => {
  it('drops what is not ours', () => {
    expect(readListAddress({ view: 3, f: 'x', s: 'name', q: 12, create: 'yes', other: 1 })).toEqual({ s: 'name', q: '12' });
  });
  it('of a link holds its filter', () => {
    const href = listHref('Order', { view: 'all', f: [['customer', 'eq', 'c1']] });
    const search = new URL(href, 'http://x').searchParams;
    expect([search.get('view'), JSON.parse(search.get('f') ?? '')]).toEqual(['all', [['customer', 'eq', 'c1']]]);
  });
});

describe('pages made from the description', () => {
  it('put the sections about who made a record last', () => {
    const { own, tracked } = splitLayout(customer);
    expect([own.sections.length, tracked.sections.map(({ title }) => title)]).toEqual([1, ['History']]);
  });
});
