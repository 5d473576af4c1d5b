import { parseDocuments } from '../document/parse-documents.js';
import { field, objectDocument } from '../testing/object-document.js';
import { fieldUsage } from './find-usage.js';

const parsed = parseDocuments([
  objectDocument('Customer', { name: field('text', { id: '1' }), status: field('picklist', { id: '2' }), city: field('text', { id: '3' }) }),
  objectDocument('Order', {
    number: field('autoNumber', { id: '1' }),
    customer: field('lookup', { id: '2', target: 'Customer', inverse: { name: 'orders' } }),
    placedBy: field('text', { id: '4' }),
    orderedOn: field('date', { id: '3' }),
  }),
  {
    kind: 'layout', name: 'Customer', object: 'Customer', guanxi: { id: 'l' },
    sections: [{ columns: 1, cells: [{ field: 'name', visibleWhen: "ISPICKVAL(status, 'one')" }] }],
    relatedLists: [{ relation: 'orders', columns: ['number', 'orderedOn'] }],
  },
  {
    kind: 'view', name: 'Order.ofOne', title: 'Of one', object: 'Order', columns: ['number'], guanxi: { id: 'v' },
    where: { OR: [{ customer: { status: { eq: 'one' } } }, { customerId: { isBlank: true } }] },
    orderBy: [{ field: 'orderedOn', direction: 'desc' }],
  },
  {
    kind: 'workflow', name: 'win', title: 'Win', object: 'Customer', guanxi: { id: 'w' },
    trigger: { elapsed: { since: { max: { relation: 'orders', field: 'orderedOn' } }, after: 'P30D' } },
    when: "ISPICKVAL(status, 'one')",
    steps: [
      { id: 's', action: 'updateRelated', input: { relation: 'orders', where: "customer.name = 'x'", values: { orderedOn: 'TODAY()' } } },
      { id: 't', action: 'notify', input: { to: 'owner', text: "'Call ' & name" } },
    ],
  },
  {
    kind: 'workflow', name: 'tested', title: 'Tested', object: 'Order', trigger: { created: {} }, guanxi: { id: 'w2' },
    steps: [{ id: 'first', action: 'updateRecord', input: { values: { placedBy: "'x'" } } }],
    tests: [{ title: 'Runs', record: { placedBy: 'a' }, parents: { customer: { city: 'b' } }, change: { placedBy: 'c' }, expect: { runs: true, values: { first: { placedBy: 'x' } }, record: { placedBy: 'x' } } }],
  },
  { kind: 'retention-rule', name: 'gone', title: 'Gone', object: 'Customer', since: 'createdAt', activity: [{ relation: 'orders', field: 'orderedOn' }], after: { value: 5, unit: 'years' }, when: "status = 'lost'", do: 'delete', guanxi: { id: 'k' } },
  { kind: 'permissions', name: 'sales', title: 'Sales', objects: { Order: { read: 'all', fields: { orderedOn: { edit: false } } } }, guanxi: { id: 'p' } },
]);

const paths = (object: string, name: string): readonly string[] => {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return fieldUsage(parsed.value, object, name).map((usage) => usage.path);
};

describe('fieldUsage', () => {
  it('finds a field in conditions and through references', () => {
    expect(paths('Customer', 'status')).toEqual([
      '/layout:Customer/sections/0/cells/0/visibleWhen',
      '/view:Order.ofOne/where/OR/0/customer/status',
      '/workflow:win/when',
      '/retention-rule:gone/when',
    ]);
  });

  it('finds a field in lists, orders, triggers, steps and permissions', () => {
    expect(paths('Order', 'orderedOn')).toEqual([
      '/layout:Customer/relatedLists/0/columns/1',
      '/view:Order.ofOne/orderBy/0/field',
      '/workflow:win/trigger/elapsed/since/max/field',
      '/workflow:win/steps/0/input/values/orderedOn',
      '/retention-rule:gone/activity/0/field',
      '/permissions:sales/objects/Order/fields/orderedOn',
    ]);
  });

  it('finds a lookup where its list is used, and where it is passed through', () => {
    expect(paths('Order', 'customer')).toEqual([
      '/layout:Customer/relatedLists/0/relation',
      '/view:Order.ofOne/where/OR/0/customer',
      '/view:Order.ofOne/where/OR/1/customerId',
      '/workflow:win/trigger/elapsed/since/max/relation',
      '/workflow:win/steps/0/input/relation',
      '/workflow:win/steps/0/input/where',
      '/workflow:tested/tests/0/parents/customer',
      '/retention-rule:gone/activity/0/relation',
    ]);
  });

  it('finds a field in the tests of a workflow', () => {
    expect(paths('Customer', 'city')).toEqual(['/workflow:tested/tests/0/parents/customer/city']);
    expect([...paths('Order', 'placedBy')].sort()).toEqual([
      '/object:Order/guanxi/nameField',
      '/workflow:tested/steps/0/input/values/placedBy',
      '/workflow:tested/tests/0/change/placedBy',
      '/workflow:tested/tests/0/expect/record/placedBy',
      '/workflow:tested/tests/0/expect/values/first/placedBy',
      '/workflow:tested/tests/0/record/placedBy',
    ]);
  });

  it('finds a name field by its steps and formulas', () => {
    expect(paths('Customer', 'name')).toEqual([
      '/object:Customer/guanxi/nameField',
      '/layout:Customer/sections/0/cells/0/field',
      '/workflow:win/steps/0/input/where',
      '/workflow:win/steps/1/input/text',
    ]);
  });

  it('is empty for what does not exist', () => {
    expect(paths('Customer', 'nothing')).toEqual([]);
  });
});
