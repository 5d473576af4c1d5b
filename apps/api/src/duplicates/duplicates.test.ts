import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';

let test: TestApp;
let admin: Caller;

beforeAll(async () => {
  test = await startTestApp('duplicates');
  admin = await test.signIn(ADMIN.email, ADMIN.password);
  const { data } = await admin.ask<{ documents: { kind: string; name: string; document: { kind: string; name: string; guanxi: object } }[] }>('{ documents(draft: false) { kind name document } }');
  const customer = data?.documents.find(({ kind, name }) => kind === 'object' && name === 'Customer')?.document;
  if (!customer) throw new Error('The installation brings customers along.');
  const rule = { id: '80000000-0000-4000-8000-000000000001', name: 'sameName', title: 'Same name', match: [{ field: 'name', how: 'fuzzy', threshold: 0.5 }], onSave: 'warn' };
  await admin.ask('mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { __typename } }', { documents: [{ ...customer, guanxi: { ...customer.guanxi, duplicates: [rule] } }] });
  const { data: known } = await admin.ask<{ revisions: { number: number }[] }>('{ revisions(first: 1) { number } }');
  const published = await admin.ask('mutation ($base: Int!) { publish(baseRevision: $base) { __typename } }', { base: known?.revisions[0]?.number });
  expect(published.errors).toBeUndefined();
});
afterAll(() => test.close());

const create = (name: string, allow = false) =>
  admin.ask<{ createCustomer: { id: string } }>('mutation ($name: String!, $allow: Boolean) { createCustomer(data: { name: $name }, allowDuplicates: $allow) { id } }', { name, allow }, '/graphql');

it('warns on save, finds what is the same afterwards, and merges it', async () => {
  expect((await create('Zuckermann Trading')).errors).toBeUndefined();
  const refused = await create('Zuckerman Trading');
  expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', problems: [{ path: '', code: 'duplicate', duplicates: { canAllow: true, records: [{ name: 'Zuckermann Trading' }] } }] });
  expect((await create('Zuckerman Trading', true)).errors).toBeUndefined();
  const question = 'query ($rule: String!) { duplicates(object: "Customer", rule: $rule) { count records { id name } } }';
  const { data } = await admin.ask<{ duplicates: { count: number; records: { id: string; name: string }[] }[] }>(question, { rule: 'sameName' });
  const group = data?.duplicates.find(({ records }) => records.some(({ name }) => name.startsWith('Zuckerman')));
  expect(group?.records.map(({ name }) => name).sort()).toEqual(['Zuckerman Trading', 'Zuckermann Trading']);
  const [into, from] = group?.records.map(({ id }) => id) ?? [];
  const merged = await admin.ask('mutation ($into: ID!, $from: [ID!]!) { mergeCustomer(into: $into, from: $from, data: { name: "Zuckermann" }) { name } }', { into, from: [from] }, '/graphql');
  expect(merged).toEqual({ data: { mergeCustomer: { name: 'Zuckermann' } } });
  expect((await admin.ask(question, { rule: 'nothing' })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

it('tells while somebody is still typing, and of a record never itself', async () => {
  expect((await create('Petersen Logistik', true)).errors).toBeUndefined();
  const question = 'query ($values: JSON!, $id: ID, $object: String!) { similarRecords(object: $object, values: $values, id: $id) { rule label canAllow records { id name } others } }';
  const ask = async (values: unknown, id?: string, object = 'Customer') => admin.ask<{ similarRecords: { rule: string; records: { id: string; name: string }[] }[] }>(question, { values, id, object });
  const { data } = await ask({ name: 'Peterson Logistik', city: 42 });
  expect(data?.similarRecords).toEqual([{ rule: 'sameName', label: 'Same name', canAllow: true, records: [{ id: expect.any(String), name: 'Petersen Logistik' }], others: 0 }]);
  const self = data?.similarRecords[0]?.records[0]?.id;
  expect((await ask({ name: 'Petersen Logistik' }, self)).data?.similarRecords).toEqual([]);
  expect((await ask({ city: 'Hamburg' })).data?.similarRecords).toEqual([]);
  expect((await ask('nonsense')).data?.similarRecords).toEqual([]);
  expect((await ask({}, undefined, 'Nothing')).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

it('tries a rule that nobody has saved yet, and tells what is wrong with one', async () => {
  await create('Rule Tester', true);
  const question = 'query ($rule: JSON!) { testRule(object: "Customer", rule: $rule) { checked failing examples { name } } }';
  const { data } = await admin.ask<{ testRule: { checked: number; failing: number; examples: { name: string }[] } }>(question, { rule: { when: 'AND(NOT(ISNEW()), name = "Rule Tester")' } });
  expect(data?.testRule).toMatchObject({ failing: 1, examples: [{ name: 'Rule Tester' }] });
  expect(data?.testRule.checked).toBeGreaterThan(0);
  expect((await admin.ask(question, { rule: { when: 'nmae = "x"' } })).errors?.[0]?.extensions.problems?.[0]).toMatchObject({ path: '/when', code: 'formula.unknown-field' });
  expect((await admin.ask(question, { rule: {} })).errors?.[0]?.extensions.problems?.[0]?.code).toBe('required');
});
