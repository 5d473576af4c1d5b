import { parseDocuments } from '../document/parse-documents.js';
import { field, objectDocument } from '../testing/object-document.js';
import { actionUsage, fieldUsage, objectUsage, permissionSetUsage, picklistUsage, picklistValueUsage, recordTypeUsage } from './find-usage.js';

const status = "ISPICKVAL(status, 'one')";
const far = "ISPICKVAL(customer.status, 'one')";
const formula = (id: string, text: string, result: string, more: object = {}) => field('formula', { id, formula: text, result, ...more });

const customer = objectDocument('Customer', {
  name: field('text', { id: '1', visibleWhen: status, requiredWhen: status, readOnlyWhen: status, defaultFormula: 'TEXT(status)' }),
  status: field('picklist', { id: '2', titles: { 'zh-TW': '狀態' }, helps: { 'zh-TW': '說明' }, help: 'x' }, { default: 'one' }),
  kind: field('picklist', { id: '3', dependsOn: { field: 'status', values: { one: ['a'] } } }, { enum: ['a', 'b'] }),
  money: field('picklist', { id: '4', valueSet: 'Money' }, { enum: undefined }),
  price: field('currency', { id: '5', codeFrom: 'status' }),
  active: formula('6', status, 'boolean'),
  shown: formula('7', 'TEXT(status) & name', 'text', { stored: true }),
  orderCount: field('rollUp', { id: '8', relation: 'orders', operation: 'count', filter: far }),
  lastOrder: field('rollUp', { id: '9', relation: 'orders', operation: 'max', value: "IF(ISPICKVAL(customer.status, 'one'), amount, 0)" }),
  boss: field('lookup', { id: '10', target: 'Customer', filter: 'status = $Source.status' }),
}, {
  guanxi: {
    compact: ['status'],
    rules: [1, 2, 3].map((n) => ({ id: `r${n}`, name: `rule${n}`, when: status, message: 'No', ...(n < 3 ? { field: 'status' } : {}) })),
    duplicates: [{ id: 'd', name: 'same', title: 'Same', onSave: 'warn', match: [{ field: 'status', how: 'exact' }] }],
    recordTypes: [{ name: 'retail', title: 'Retail', values: { status: ['one'] } }, { name: 'trade', title: 'Trade', values: { status: ['one', 'two'] } }],
  },
});

const order = objectDocument('Order', {
  number: field('autoNumber', { id: '1' }),
  customer: field('lookup', { id: '2', target: 'Customer', inverse: { name: 'orders' }, filter: status }),
  amount: field('integer', { id: '3', visibleWhen: far, requiredWhen: far, readOnlyWhen: far }),
  note: field('text', { id: '4', defaultFormula: 'TEXT(customer.status)' }),
  same: formula('5', far, 'boolean'),
}, { guanxi: { rules: [{ id: 'r', name: 'r', when: far, message: 'No' }] } });

const layout = (name: string, object: string, condition: string, own: boolean) => ({
  kind: 'layout', name, object, guanxi: { id: name }, permissionSets: ['sales'], ...(own ? { header: ['status'], recordTypes: ['retail'] } : {}), actions: own ? ['callIt'] : [],
  sections: [{ columns: 3, visibleWhen: condition, cells: [{ field: own ? 'status' : 'number', visibleWhen: condition, requiredWhen: condition, readOnlyWhen: condition }] }],
  relatedLists: own ? [{ relation: 'orders', columns: ['number'] }] : [],
});

const view = (name: string, object: string, where: object, own: boolean) => ({
  kind: 'view', name, title: name, object, columns: own ? ['name', 'status'] : ['number'], where, guanxi: { id: name },
  ...(own ? { orderBy: [{ field: 'status', direction: 'asc' }] } : {}),
});

const documents = [
  customer, order,
  { kind: 'picklist', name: 'Money', title: 'Money', values: [{ value: 'TWD' }], guanxi: { id: 'p' } },
  layout('Customer', 'Customer', status, true), layout('Order', 'Order', far, false),
  view('Customer.a', 'Customer', { status: { eq: 'one' }, OR: [{ status: { in: ['two'] } }, { NOT: { status: { isBlank: true } } }] }, true),
  view('Order.a', 'Order', { customer: { status: { eq: 'one' } } }, false),
  {
    kind: 'workflow', name: 'w', title: 'W', object: 'Customer', trigger: { updated: { fields: ['status'] } }, when: status, guanxi: { id: 'w' },
    steps: [
      { id: 's', action: 'updateRecord', input: { values: { name: 'TEXT(status)' } } },
      { id: 't', action: 'createRecord', input: { object: 'Order', values: { note: 'TEXT(status)' } } },
      { id: 'u', action: 'notify', input: { to: 'owner', text: "TEXT(status) & '!'" } },
    ],
  },
  {
    kind: 'workflow', name: 'x', title: 'X', object: 'Order', trigger: { created: {} }, when: far, guanxi: { id: 'x' },
    steps: [{ id: 's', action: 'notify', input: { text: 'TEXT(customer.status)' } }, { id: 't', action: 'createRecord', input: { object: 'Customer', values: { status: "'two'" } } }],
  },
  { kind: 'action', name: 'callIt', title: 'Call', object: 'Customer', visibleWhen: status, do: { create: { object: 'Order', values: { note: 'TEXT(status)' } } }, guanxi: { id: 'a1' } },
  { kind: 'action', name: 'close', title: 'Close', object: 'Customer', do: { update: { values: { status: "'two'" } } }, guanxi: { id: 'a2' } },
  { kind: 'action', name: 'open', title: 'Open', object: 'Order', visibleWhen: far, do: { openUrl: "'https://x/' & TEXT(customer.status)" }, guanxi: { id: 'a3' } },
  { kind: 'permissions', name: 'sales', title: 'Sales', objects: { Customer: { read: 'all', fields: { status: { edit: false } } } }, recordTypes: { Customer: ['retail'] }, guanxi: { id: 'p1' } },
  { kind: 'permissions', name: 'service', title: 'Service', objects: { Customer: { read: 'all', fields: { status: { read: false } } }, Order: { read: 'all' } }, guanxi: { id: 'p2' } },
  {
    kind: 'app', name: 'crm', title: 'CRM', version: '1.0.0', navigation: ['Customer', { title: 'More', items: ['Order'] }], permissionSets: ['sales'],
    contents: [{ kind: 'object', name: 'Customer' }, { kind: 'action', name: 'callIt' }, { kind: 'picklist', name: 'Money' }], guanxi: { id: 'app' },
  },
];

const parsed = parseDocuments(documents);
const model = () => {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, undefined, 1));
  return parsed.value;
};
const paths = (usages: readonly { readonly path: string }[]): readonly string[] => usages.map(({ path }) => path);

describe('a seeded org with sixty references of every kind to one field', () => {
  it('lists sixty, each once', () => {
    const found = fieldUsage(model(), 'Customer', 'status');
    expect(new Set(paths(found)).size).toBe(found.length);
    expect(found).toHaveLength(60);
  });

  it('lists every place where the word stands', () => {
    const found = paths(fieldUsage(model(), 'Customer', 'status')).filter((path) => !path.startsWith('/object:Customer/properties/status/'));
    expect([...found].sort()).toEqual(documents.flatMap((document) => placesOf(document, `/${document.kind}:${document.name}`)).sort());
  });

  it('lists every kind of place', () => {
    const areas = new Set(fieldUsage(model(), 'Customer', 'status').map(({ area }) => area));
    expect([...areas].sort()).toEqual([
      'access', 'actions', 'automation', 'conditions', 'defaults', 'duplicates', 'formulas', 'layouts', 'picklists', 'recordTypes', 'rollUps', 'rules', 'templates', 'translations', 'views',
    ]);
  });

  it('does not list what goes with the field itself', () => {
    expect(paths(fieldUsage(model(), 'Customer', 'status')).filter((path) => path.endsWith('/default'))).toEqual([]);
  });
});

describe('who uses', () => {
  it('an object', () => {
    const found = paths(objectUsage(model(), 'Customer'));
    expect(found).toEqual(expect.arrayContaining([
      '/object:Order/properties/customer/guanxi/target', '/layout:Customer/object', '/view:Customer.a/object', '/workflow:w/object', '/workflow:x/steps/1/input/object',
      '/action:callIt/object', '/permissions:sales/objects/Customer', '/app:crm/navigation/0', '/app:crm/contents/0', '/object:Order/properties/same/guanxi/formula',
    ]));
    expect(found.some((path) => path.startsWith('/object:Customer/'))).toBe(false);
    expect(paths(objectUsage(model(), 'Order'))).toEqual(expect.arrayContaining(['/app:crm/navigation/1/items/0', '/action:callIt/do/create/object', '/object:Customer/properties/orderCount/guanxi/relation', '/layout:Customer/relatedLists/0/relation']));
  });

  it('a value of a picklist', () => {
    expect(paths(picklistValueUsage(model(), 'Customer', 'status', 'two'))).toEqual([
      '/object:Customer/guanxi/recordTypes/1/values/status/1', '/view:Customer.a/where/OR/0/status', '/workflow:x/steps/1/input/values/status', '/action:close/do/update/values/status',
    ]);
    expect(paths(picklistValueUsage(model(), 'Customer', 'status', 'one'))).toEqual(expect.arrayContaining([
      '/object:Customer/properties/status/default', '/object:Customer/properties/kind/guanxi/dependsOn/values/one', '/object:Customer/guanxi/rules/0/when', '/view:Customer.a/where/status', '/layout:Order/sections/0/visibleWhen',
    ]));
  });

  it('a record type, a permission set, a global picklist and a button', () => {
    expect(paths(recordTypeUsage(model(), 'Customer', 'retail'))).toEqual(['/layout:Customer/recordTypes/0', '/permissions:sales/recordTypes/Customer/0']);
    expect(paths(permissionSetUsage(model(), 'sales'))).toEqual(['/layout:Customer/permissionSets/0', '/layout:Order/permissionSets/0', '/app:crm/permissionSets/0']);
    expect(paths(picklistUsage(model(), 'Money'))).toEqual(['/object:Customer/properties/money/guanxi/valueSet', '/app:crm/contents/2']);
    expect(paths(actionUsage(model(), 'callIt'))).toEqual(['/layout:Customer/actions/0', '/app:crm/contents/1']);
  });
});

/** Every key and text of a document that has the name of the field in it; the field's own property is not looked into. */
function placesOf(value: unknown, path: string): readonly string[] {
  if (typeof value === 'string') return /\bstatus\b/.test(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const at = `${path}/${key}`;
    if (at === '/object:Customer/properties/status') return [];
    return key === 'status' ? [at] : placesOf(entry, at);
  });
}
