import { resolveAccess } from '@guanxi/query';
import { customer, order, sales } from './testing/shop-documents.js';
import { startShopApi, type ShopApi } from './testing/shop-api.js';

let api: ShopApi;
beforeAll(async () => {
  api = await startShopApi();
});
afterAll(() => api.close());

const withField = (revision: number) => ({
  ...customer,
  properties: {
    ...customer.properties,
    ...(revision % 2 === 1 && {
      hobby: { title: 'Hobby', type: 'string', maxLength: 40, guanxi: { id: '10000000-0000-4000-8000-0000000000ff', type: 'text' } },
    }),
  },
});

it('knows a published field in the next request, and fails none while revisions come and go', async () => {
  const name = 'Ann';
  const { errors } = await api.ask('mutation ($name: String) { createCustomer(data: { name: $name }) { id } }', { name });
  expect(errors).toBeUndefined();
  let done = false;
  const failed: unknown[] = [];
  const reading = Array.from({ length: 4 }, async (_, worker) => {
    while (!done) {
      const answer =
        worker % 2 === 0
          ? await api.ask('query ($name: String) { customers(where: { name: { eq: $name } }) { nodes { name status } } }', { name })
          : await api.ask('mutation ($name: String) { createOrder(data: { amount: "1" }) { amount } upsertCustomer(by: { code: "x" }, data: { name: $name }) { name } }', { name });
      if (answer.errors) failed.push(answer.errors);
    }
  });
  for (let revision = 1; revision <= 6; revision += 1) {
    await api.publish([withField(revision), order, sales]);
    const { data } = await api.ask('{ __type(name: "Customer") { fields { name } } }');
    const fields = (data as { __type: { fields: { name: string }[] } }).__type.fields.map((field) => field.name);
    expect(fields.includes('hobby')).toBe(revision % 2 === 1);
  }
  done = true;
  await Promise.all(reading);
  expect(failed).toEqual([]);
  expect(api.failures()).toEqual([]);
});

it('makes a statement anew when the tables have changed under it', async () => {
  await api.publish([withField(1), order, sales]);
  const query = '{ customers { nodes { name hobby } } }';
  expect((await api.ask(query)).errors).toBeUndefined();
  const before = api.model();
  await api.publish([withField(0), order, sales]);
  // Another process that has not heard of the new revision asks the old model first.
  const { answerOperation } = await import('./run/answer-operation.js');
  const actor = { ...api.actor('ada'), access: resolveAccess(before, [], { userId: api.actor('ada').userId, admin: true }) };
  const text = await answerOperation({ query }, actor, {
    models: { current: async () => ({ revision: 8, model: before }), refresh: async () => ({ revision: 9, model: api.model() }) },
    database: api.database,
    writer: { announce: () => undefined },
    uses: { count: () => undefined },
    clock: { now: () => new Date() },
    cipher: { encrypt: (text) => text, decrypt: (text) => text },
    schemas: api.schemas,
    logFailure: () => undefined,
  });
  expect(JSON.parse(text)).toMatchObject({ errors: [{ message: 'Cannot query field "hobby" on type "Customer".' }] });
});
