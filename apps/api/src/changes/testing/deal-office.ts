import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';

const BOB = { email: 'bob@guanxi.local', password: 'another password' };

/** An org with deals: everybody sees their own, nobody but admins the margin, and the code is encrypted. */
export interface DealOffice {
  readonly test: TestApp;
  readonly admin: Caller;
  readonly adminId: string;
  readonly bob: Caller;
  readonly bobId: string;
  /** Answers the data; fails on errors. */
  ask<Data>(caller: Caller, query: string, variables?: Readonly<Record<string, unknown>>, path?: string): Promise<Data>;
  createDeal(data: Readonly<Record<string, unknown>>): Promise<string>;
  updateDeal(id: string, data: Readonly<Record<string, unknown>>): Promise<void>;
  deleteDeal(id: string): Promise<void>;
}

const id = (serial: number) => `31000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;
const text = (title: string, serial: number, type = 'text') => ({ title, type: 'string', maxLength: 80, guanxi: { id: id(serial), type } });

const deal = {
  kind: 'object', name: 'Deal', title: 'Deal', type: 'object', required: ['name'],
  properties: { name: text('Name', 2), city: text('City', 3), margin: text('Margin', 4), code: text('Code', 5, 'encryptedText') },
  guanxi: { id: id(1) },
};
const closers = { kind: 'permissions', name: 'closers', title: 'Closers', objects: { Deal: { read: 'own', create: true, edit: 'own', fields: { margin: { read: false } } } }, guanxi: { id: id(6) } };

export async function startDealOffice(name: string, environment: Readonly<Record<string, string>> = {}): Promise<DealOffice> {
  const test = await startTestApp(name, environment);
  const admin = await test.signIn(ADMIN.email, ADMIN.password);
  const ask = async <Data>(caller: Caller, query: string, variables: Readonly<Record<string, unknown>> = {}, path = '/metadata'): Promise<Data> => {
    const answer = await caller.ask<Data>(query, variables, path);
    if (answer.errors || !answer.data) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
  await ask(admin, 'mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { message } } }', { documents: [deal, closers] });
  const { draft } = await ask<{ draft: { baseRevision: number } }>(admin, '{ draft { baseRevision } }');
  const { publish } = await ask<{ publish: { problems: readonly unknown[] } }>(admin, 'mutation ($base: Int!) { publish(baseRevision: $base) { problems { message } } }', { base: draft.baseRevision });
  if (publish.problems.length > 0) throw new Error(JSON.stringify(publish.problems));
  const { createUser } = await ask<{ createUser: { id: string } }>(admin, 'mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name: 'Bob', ...BOB, permissionSets: ['closers'] } });
  const { session } = await ask<{ session: { user: { id: string } } }>(admin, '{ session { user { id } } }');
  return {
    test, admin, ask,
    adminId: session.user.id,
    bob: await test.signIn(BOB.email, BOB.password),
    bobId: createUser.id,
    createDeal: async (data) => (await ask<{ createDeal: { id: string } }>(admin, 'mutation ($data: DealCreate!) { createDeal(data: $data) { id } }', { data }, '/graphql')).createDeal.id,
    updateDeal: async (dealId, data) => void (await ask(admin, 'mutation ($id: ID!, $data: DealUpdate!) { updateDeal(id: $id, data: $data) { id } }', { id: dealId, data }, '/graphql')),
    deleteDeal: async (dealId) => void (await ask(admin, 'mutation ($id: ID!) { deleteDeal(id: $id) { id } }', { id: dealId }, '/graphql')),
  };
}
