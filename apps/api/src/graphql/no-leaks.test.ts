import { customer, order } from './testing/shop-documents.js';
import { startShopApi, type ShopApi } from './testing/shop-api.js';
import { BOB } from './testing/people.js';

/**
 * Bob may read neither the margin nor the secret code of customers, what is worked out of them, nor vaults at all. Whatever he
 * asks for, the answer is the same as for a name that there is not, and names nothing that he did not say himself.
 */
const property = (id: string, type: string, keywords: object, guanxi: object = {}) => ({ title: id, type: 'string', ...keywords, guanxi: { id: `30000000-0000-4000-8000-${id.padStart(12, '0')}`, type, ...guanxi } });
const HIDDEN = ['margin', 'secretCode', 'doubled', 'vault', 'Vault', 'stored', 'Convert into vaults'];
const documents = [
  {
    ...customer,
    properties: {
      ...customer.properties,
      margin: property('1', 'decimal', { format: 'decimal' }, { precision: 10, scale: 2 }),
      secretCode: property('2', 'text', { maxLength: 20, default: 'S-1' }, { unique: true }),
      doubled: property('3', 'formula', { readOnly: true }, { formula: 'margin * 2', result: 'number' }),
      vault: property('4', 'lookup', { format: 'uuid' }, { target: 'Vault', inverse: { name: 'stored' } }),
    },
    guanxi: {
      ...customer.guanxi,
      rules: [{ id: '30000000-0000-4000-8000-0000000000a1', name: 'thin', when: 'OR(margin < 0, name = "Bad")', message: 'This cannot be saved.', field: 'margin' }],
    },
  },
  order,
  { kind: 'object', name: 'Vault', title: 'Vault', type: 'object', properties: { name: property('5', 'text', { maxLength: 80 }) }, guanxi: { id: '30000000-0000-4000-8000-0000000000b1', nameField: 'name' } },
  { kind: 'action', name: 'toVault', title: 'Convert into vaults', object: 'Customer', do: { convert: { into: [{ object: 'Vault', values: { name: 'name' } }] } }, guanxi: { id: '30000000-0000-4000-8000-0000000000c1' } },
  {
    kind: 'permissions', name: 'sales', title: 'Sales', guanxi: { id: '30000000-0000-4000-8000-0000000000d1' },
    objects: { Customer: { read: 'all', create: true, edit: 'all', fields: { margin: { read: false }, secretCode: { read: false }, vault: { read: false } } }, Order: { read: 'all' } },
  },
];

let api: ShopApi;
let id: string;

beforeAll(async () => {
  api = await startShopApi(documents);
  const made = await api.ask(`mutation { createVault(data: { name: "Deep" }) { id } createCustomer(data: { name: "Acme", margin: "5.00", secretCode: "S-0", ownerId: "${BOB}" }) { id } }`, {}, 'ada');
  id = (made.data?.['createCustomer'] as { id: string }).id;
});
afterAll(() => api.close());

/** Ways to ask for a field by its name. */
const fields: readonly (readonly [string, (name: string) => string])[] = [
  ['selecting', (name) => `{ customers { nodes { ${name} } } }`],
  ['selecting on one record', (name) => `{ customer(id: "${'0'.repeat(8)}-0000-4000-8000-000000000000") { ${name} } }`],
  ['filtering', (name) => `{ customers(where: { ${name}: { eq: "5" } }) { totalCount } }`],
  ['filtering by blank', (name) => `{ customers(where: { NOT: { ${name}: { isNull: true } } }) { totalCount } }`],
  ['filtering from a list', (name) => `{ orders(where: { customer: { ${name}: { isNull: false } } }) { totalCount } }`],
  ['ordering', (name) => `{ customers(orderBy: [{ ${name}: ASC }]) { nodes { id } } }`],
  ['adding up', (name) => `{ customers { aggregate { sum { ${name} } } } }`],
  ['grouping', (name) => `{ customers { groupBy(by: [{ field: ${name} }]) { count } } }`],
  ['creating', (name) => `mutation { createCustomer(data: { name: "New", ${name}: "5" }) { id } }`],
  ['changing', (name) => `mutation { updateCustomer(id: "00000000-0000-4000-8000-000000000000", data: { ${name}: "5" }) { id } }`],
  ['a match on saving', (name) => `mutation { upsertCustomer(by: ${name}, data: { name: "New" }) { id } }`],
];

describe.each(fields)('%s by a hidden field', (_way, ask) => {
  it.each(['margin', 'secretCode', 'doubled', 'vault'])('answers for %s as for a name that there is not', async (name) => {
    // As long as the hidden one, and as far from every other name.
    const unknown = 'qzxwvjkyqz'.slice(0, name.length);
    const hidden = await api.ask(ask(name), {}, 'bob');
    const missing = await api.ask(ask(unknown), {}, 'bob');
    expect(hidden.errors?.length).toBeGreaterThan(0);
    expect(JSON.stringify(hidden).replaceAll(name, '?')).toBe(JSON.stringify(missing).replaceAll(unknown, '?'));
  });
});

it('hints at no name that is hidden', async () => {
  for (const near of ['margim', 'secretCod', 'double', 'vaul']) {
    for (const [, ask] of fields) expectNothing(await api.ask(ask(near), {}, 'bob'), near);
  }
  for (const query of ['{ vault { id } }', '{ vaultz { nodes { id } } }', 'mutation { createVaul(data: {}) { id } }', '{ changes(objects: ["Vaul"]) { hasMore } }']) expectNothing(await api.ask(query, {}, 'bob'), query);
});

it('has nothing hidden in the schema', async () => {
  const query = '{ __schema { types { name description fields { name description args { name } } inputFields { name description } enumValues { name description } } } }';
  expectNothing(await api.ask(query, {}, 'bob'), '');
  expect(JSON.stringify(await api.ask(query, {}, 'ada'))).toContain('secretCode');
  expect((await api.ask('{ __type(name: "Vault") { name } }', {}, 'bob')).data).toEqual({ __type: null });
});

it('names neither the field of a rule that may not be read nor the one that is taken', async () => {
  const first = await api.ask('mutation { createCustomer(data: { name: "One" }) { id } }', {}, 'bob');
  expectNothing(first, '');
  // The default is taken by now: what stands in the way is a field that Bob does not know.
  const taken = await api.ask('mutation { createCustomer(data: { name: "Two" }) { id } }', {}, 'bob');
  expect(taken.errors?.[0]?.extensions['code']).toBe('VALIDATION_FAILED');
  expectNothing(taken, '');
  const refused = await api.ask('mutation { createCustomer(data: { name: "Bad" }) { id } }', {}, 'bob');
  expect(JSON.stringify(refused)).toContain('This cannot be saved.');
  expectNothing(refused, '');
});

it('finds nothing by what is hidden, and explains nothing', async () => {
  expect((await api.ask('{ search(text: "Deep") { id } }', {}, 'bob')).data).toEqual({ search: [] });
  expect((await api.ask('{ search(text: "S-0") { id } }', {}, 'bob')).data).toEqual({ search: [] });
  expectNothing(await api.ask(`{ customer(id: "${id}") { name updatedAt owner { name } } }`, {}, 'bob'), '');
  expect((await api.ask('mutation ($id: ID!) { convertCustomer(id: $id, action: toVault) { id } }', { id }, 'bob')).errors?.length).toBeGreaterThan(0);
});

function expectNothing(answer: unknown, said: string): void {
  const told = JSON.stringify(answer);
  for (const name of HIDDEN) if (!said.includes(name)) expect(told.split(/[^\w ]+/)).not.toContain(name);
}
