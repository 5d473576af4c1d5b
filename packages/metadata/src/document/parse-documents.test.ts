import { field, objectDocument } from '../testing/object-document.js';
import type { Problem } from '../problem.js';
import { parseDocuments } from './parse-documents.js';

const customer = objectDocument('Customer', { name: field('text', { id: 'c1' }), status: field('picklist', { id: 'c2' }) }, { required: ['name'] });
const order = objectDocument('Order', {
  number: field('autoNumber', { id: 'o1' }),
  customer: field('lookup', { id: 'o2', target: 'Customer', inverse: { name: 'orders' } }),
  orderedOn: field('date', { id: 'o3' }),
});

function problemsOf(...documents: readonly unknown[]): readonly Problem[] {
  const parsed = parseDocuments(documents);
  return parsed.ok ? [] : parsed.problems;
}

describe('parseDocuments', () => {
  it('makes a frozen model of documents that fit together', () => {
    const parsed = parseDocuments([order, customer]);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { objects, objectByName } = parsed.value;
    expect(objects.map((object) => object.name)).toEqual(['Customer', 'Order', 'User']);
    expect(objectByName.get('Customer')?.relations).toEqual([{ name: 'orders', label: 'Orders', object: 'Order', field: 'customer' }]);
    expect(objectByName.get('Order')?.fieldByName.get('customer')).toMatchObject({ column: 'customer_id', target: 'Customer', inverse: 'orders' });
    expect(Object.isFrozen(objects[0]?.fields[0])).toBe(true);
    expect(Object.isFrozen(customer)).toBe(false);
  });

  it.each<[string, readonly unknown[], Partial<Problem>]>([
    ['something that is no object', [42], { path: '/0', code: 'document.shape' }],
    ['an unknown kind', [{ kind: 'objekt', name: 'X' }], { path: '/0/kind', hint: 'Did you mean "object"?' }],
    ['a document without a name', [{ kind: 'object' }], { path: '/0/name', code: 'document.name' }],
    ['something that JSON cannot hold', [circular()], { path: '/0', code: 'document.shape' }],
    ['an unknown keyword', [{ ...customer, tilte: 'x' }], { path: '/object:Customer/tilte', hint: 'Did you mean "title"?' }],
    ['an unknown setting of a kind', [withField('name', field('text', { id: 'c1' }, { maxLenght: 5 }))], { path: '/object:Customer/properties/name/maxLenght', hint: 'Did you mean "maxLength"?' }],
    ['an unknown kind of field', [withField('name', { guanxi: { id: 'c1', type: 'tekst' } })], { path: '/object:Customer/properties/name/guanxi/type', hint: 'Did you mean "text"?' }],
    ['a kind that only the platform makes', [withField('key', { guanxi: { id: 'c9', type: 'recordId' } })], { path: '/object:Customer/properties/key/guanxi/type' }],
    ['a lookup to nowhere', [customer, objectDocument('Order', { number: field('autoNumber', { id: 'o1' }), customer: field('lookup', { id: 'o2', target: 'Custmer' }) })], { path: '/object:Order/properties/customer/guanxi/target', message: 'There is no object "Custmer".', hint: 'Did you mean "Customer"?' }],
    ['a required field that does not exist', [{ ...customer, required: ['nmae'] }], { path: '/object:Customer/required/0', hint: 'Did you mean "name"?' }],
    ['a name field that is no text', [{ ...customer, guanxi: { id: 'customer', nameField: 'status' } }], { path: '/object:Customer/guanxi/nameField' }],
    ['an object that records cannot be known by', [objectDocument('Day', { on: field('date', { id: 'd1' }) })], { path: '/object:Day/guanxi/nameField', hint: 'Add a text field "name".' }],
    ['an object name that GraphQL would not take', [{ ...customer, name: 'My Customer' }], { path: '/object:My Customer/name', code: 'name.invalid' }],
    ['a field name that every record has', [withField('createdAt', field('date', { id: 'c9' }))], { path: '/object:Customer/properties/createdAt', code: 'name.invalid' }],
    ['a name that is too long', [withField('a'.repeat(51), field('date', { id: 'c9' }))], { code: 'name.invalid', message: `The field name "${'a'.repeat(51)}" of Customer is 51 characters long; 50 are the most.` }],
    ['two fields with one id', [withField('other', field('text', { id: 'c1' }))], { path: '/object:Customer/properties/other/guanxi/id', code: 'id.repeated' }],
    ['two documents with one id', [customer, { ...order, guanxi: { id: 'customer' } }], { path: '/object:Order/guanxi/id', code: 'id.repeated' }],
    ['two documents with one name', [customer, { ...customer, guanxi: { id: 'other' } }], { path: '/object:Customer', code: 'name.repeated' }],
    ['two names that are one table', [objectDocument('HTTPCase', { name: field('text', { id: '1' }) }), objectDocument('HttpCase', { name: field('text', { id: '1' }) }, { id: 'other' })], { path: '/object:HttpCase/name', code: 'name.clash' }],
    ['a plural that is the singular', [{ ...customer, guanxi: { id: 'customer', plural: 'customer' } }], { path: '/object:Customer/guanxi/plural', code: 'name.clash' }],
    ['an inverse that is a field already', [customer, objectDocument('Order', { number: field('autoNumber', { id: 'o1' }), customer: field('lookup', { id: 'o2', target: 'Customer', inverse: { name: 'status' } }) })], { path: '/object:Order/properties/customer/guanxi/inverse/name', code: 'name.clash' }],
    ['a default that does not fit', [withField('status', field('picklist', { id: 'c2' }, { default: 'three' }))], { path: '/object:Customer/properties/status/default', code: 'default.unfit' }],
    ['a required field that nobody can fill', [{ ...customer, properties: { ...customer.properties, name: field('text', { id: 'c1', readOnly: true }) } }], { path: '/object:Customer/properties/name', code: 'field.unfillable' }],
    ['a label of a value that is not in the list', [withField('status', field('picklist', { id: 'c2', values: [{ value: 'onee', label: 'One' }] }))], { path: '/object:Customer/properties/status/guanxi/values/0/value', hint: 'Did you mean "one"?' }],
    ['a view of an unknown field', [customer, view({ columns: ['name', 'stauts'] })], { path: '/view:V/columns/1', hint: 'Did you mean "status"?' }],
    ['a filter word that a field does not know', [customer, view({ where: { status: { contains: 'a' } } })], { path: '/view:V/where/status/contains', code: 'where.operator' }],
    ['a filter through an unknown list', [customer, view({ where: { OR: [{ ordres: { some: {} } }] } })], { path: '/view:V/where/OR/0/ordres', code: 'field.unknown' }],
    ['a layout condition that is no condition', [customer, layout({ columns: 1, cells: [{ field: 'name', visibleWhen: 'name' }] })], { path: '/layout:L/sections/0/cells/0/visibleWhen', code: 'formula.result-type' }],
    ['a formula over an unknown field', [customer, layout({ columns: 1, cells: [], visibleWhen: "nmae = 'x'" })], { path: '/layout:L/sections/0/visibleWhen', code: 'formula.unknown-field' }],
    ['a workflow that counts time from a text', [customer, workflow({ trigger: { elapsed: { since: { field: 'name' }, after: 'P30D' } } })], { path: '/workflow:W/trigger/elapsed/since/field', code: 'workflow.anchor' }],
    ['a workflow with two triggers', [customer, workflow({ trigger: { created: {}, updated: {} } })], { path: '/workflow:W/trigger', code: 'schema.maxProperties' }],
    ['a duration that is none', [customer, workflow({ trigger: { elapsed: { since: { field: 'name' }, after: '30 days' } } })], { path: '/workflow:W/trigger/elapsed/after', hint: 'An ISO 8601 duration, as P30D for thirty days.' }],
    ['permissions on an unknown field', [customer, permissions({ Customer: { read: 'all', fields: { emial: { read: false } } } })], { path: '/permissions:P/objects/Customer/fields/emial', code: 'field.unknown' }],
    ['a right to change what cannot be read', [customer, permissions({ Customer: { edit: 'own' } })], { path: '/permissions:P/objects/Customer/read', code: 'permissions.read' }],
    ['navigation to an unknown object', [{ kind: 'app', name: 'a', title: 'A', version: '1.0.0', navigation: ['Custmer'], guanxi: { id: 'a' } }, customer], { path: '/app:a/navigation/0', hint: 'Did you mean "Customer"?' }],
  ])('refuses %s', (_, documents, expected) => {
    expect(problemsOf(...documents)).toContainEqual(expect.objectContaining(expected));
  });

  it('tells every problem of every document at once', () => {
    const paths = problemsOf(
      withField('name', field('text', { id: 'c1' }, { maxLenght: 5 })),
      { ...order, required: ['nothing'] },
      view({ columns: ['nope'] }),
    ).map((problem) => problem.path);
    expect(paths).toEqual(['/object:Customer/properties/name/maxLenght', '/object:Order/required/0', '/view:V/columns/0']);
  });

  it('does not call a field unknown that is only wrong', () => {
    const problems = problemsOf(withField('email', field('email', { id: 'c9' }, { format: 'uri' })), view({ columns: ['email'] }));
    expect(problems.map((problem) => problem.path)).toEqual(['/object:Customer/properties/email/format']);
  });

  it('asks the workflow room about sound workflows and puts its problems where they belong', () => {
    const parsed = parseDocuments([customer, workflow({})], { checkWorkflow: (one) => [{ path: '/steps/0/input', code: 'x', message: one.name }] });
    expect(parsed).toEqual({ ok: false, problems: [{ path: '/workflow:W/steps/0/input', code: 'x', message: 'W' }] });
  });
});

function withField(name: string, property: unknown): unknown {
  return { ...customer, properties: { ...customer.properties, [name]: property } };
}

function view(rest: object): object {
  return { kind: 'view', name: 'V', title: 'V', object: 'Customer', columns: ['name'], guanxi: { id: 'v' }, ...rest };
}
function layout(section: object): object {
  return { kind: 'layout', name: 'L', object: 'Customer', sections: [section], guanxi: { id: 'l' } };
}
function permissions(objects: object): object {
  return { kind: 'permissions', name: 'P', title: 'P', objects, guanxi: { id: 'p' } };
}
function workflow(rest: object): object {
  return {
  kind: 'workflow', name: 'W', title: 'W', object: 'Customer', trigger: { created: {} }, steps: [{ id: 's', action: 'notify', input: {} }], guanxi: { id: 'w' }, ...rest,
};
}

function circular(): unknown {
  const document: Record<string, unknown> = { kind: 'object', name: 'X' };
  document['self'] = document;
  return document;
}
