import { customer, order, sampleWorkspace } from '../testing/sample-workspace.js';
import { findTaskView } from '../tasks/find-personal-views.js';
import { splitLayout } from '../record/split-layout.js';
import { defaultColumns } from './choose-columns.js';
import { listHref, readListAddress } from './list-address.js';
import { planList } from './list-question.js';

describe('a list by its address', () => {
  it('begins with the first view, its condition and order', () => {
    const { viewName, columns, question } = planList(sampleWorkspace, customer, {}, null);
    expect({ viewName, columns, where: question.where, orderBy: question.orderBy })
      .toEqual({ viewName: 'Customer.mine', columns: ['name', 'status'], where: { ownerId: { eq: 'me' } }, orderBy: [{ name: 'ASC' }] });
  });
  it('adds filters, sort and search to the view', () => {
    const { question } = planList(sampleWorkspace, customer, { f: [['status', 'in', ['paused']]], s: '-status', q: ' ana ' }, ['notes']);
    expect(question).toMatchObject({ where: { AND: [{ ownerId: { eq: 'me' } }, { status: { in: ['paused'] } }] }, orderBy: [{ status: 'DESC' }], search: 'ana' });
    expect(question.select).toContain('notes');
  });
  it('shows everything without a view', () => {
    const { view, question, columns } = planList(sampleWorkspace, order, { view: 'all' }, null);
    expect([view, question.where, question.orderBy, columns]).toEqual([null, undefined, undefined, ['number', 'customer', 'orderedOn', 'createdAt']]);
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
  it('find the view of one’s tasks by its person and its date', () => expect(findTaskView(sampleWorkspace)?.view.name).toBe('Order.mine'));
  it('put the sections about who made a record last', () => {
    const { own, tracked } = splitLayout(customer);
    expect([own.sections.length, tracked.sections.map(({ title }) => title)]).toEqual([1, ['History']]);
  });
});
