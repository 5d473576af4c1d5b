import { randomUUID } from 'node:crypto';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { Aside } from '../identity/aside.js';
import { Users } from '../identity/users.js';
import { routesOf } from '../startup/route-list.js';
import { publishDocuments } from '../testing/publish-documents.js';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';
import { statementsOf } from './testing/count-statements.js';
import { callsOf, ID_PLACE } from './testing/fill-arguments.js';

const OWN = { email: 'own@example.org', password: 'a quite long password, nothing else' };
const owner = { kind: 'permissions', name: 'own-customers', title: 'Own customers', objects: { Customer: { read: 'own', create: true, edit: 'own', delete: 'own', export: true } }, guanxi: { id: 'own-customers' } };
/** What is done beside an answer, which nobody waits for. */
const ASIDE = /sign_in"|guanxi\.trail|account_mail/;

interface Answer { readonly said: string; readonly statements: number }

/**
 * Clocks tell nothing on a machine with other work. What is hidden and what is not there take the same path: as many
 * statements, the same answer.
 */
describe('what is hidden and what is not there', () => {
  let test: TestApp;
  let own: Caller;
  let schema: GraphQLSchema;
  let hidden: string;

  beforeAll(async () => {
    test = await startTestApp('same_path');
    const admin = await test.signIn(ADMIN.email, ADMIN.password);
    await publishDocuments(admin, [owner]);
    await test.app.get(Users).create(test.org, { name: 'Own', ...OWN, permissionSets: ['own-customers'] });
    own = await test.signIn(OWN.email, OWN.password);
    const { data } = await admin.ask<{ createCustomer: { id: string } }>('mutation { createCustomer(data: { name: "Hidden" }) { id } }', {}, '/graphql');
    hidden = data?.createCustomer.id ?? '';
    const told = await own.ask<IntrospectionQuery>(getIntrospectionQuery(), {}, '/graphql');
    schema = buildClientSchema(told.data as IntrospectionQuery);
  }, 120_000);
  afterAll(() => test.close());

  const plain = (text: string, id: string): string => text.replaceAll(id, 'ID').replace(/"\d{4}-\d\d-\d\dT[^"]*"/g, 'AT').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'UUID').replace(/"seq":"\d+"/g, '');
  /** The queue wakes up when it likes. */
  const isOurs = (text: string): boolean => /guanxi"?\./.test(text) || text.includes(test.org.schema);
  async function answerTo(ask: (id: string) => Promise<string>, id: string): Promise<Answer> {
    let said = '';
    const statements = await statementsOf(async () => void (said = await ask(id)));
    return { said: plain(said, id), statements: statements.filter((text) => isOurs(text) && !ASIDE.test(text)).length };
  }
  /** What differs each time; what differs once is a cache that was filled. */
  async function differenceOf(ask: (name: string) => Promise<string>, names?: readonly [there: string, absent: string]): Promise<string | undefined> {
    let found: string | undefined;
    for (let time = 0; time < 4; time += 1) {
      const [there, absent] = names ?? [hidden, randomUUID()];
      const [theirs, nobodys] = [await answerTo(ask, there), await answerTo(ask, absent)];
      if (theirs.said === nobodys.said && theirs.statements === nobodys.statements) return undefined;
      found = `${String(theirs.statements)} ${theirs.said.slice(0, 300)} / ${String(nobodys.statements)} ${nobodys.said.slice(0, 300)}`;
    }
    return found;
  }

  it.each([['/graphql', () => schema], ['/metadata', () => test.app.get(GraphQLSchemaHost).schema]])('are told alike at every operation of %s', async (path, schemaOf) => {
    const wrong: string[] = [];
    const calls = callsOf(schemaOf() as GraphQLSchema, 'Customer').filter(({ takesId }) => takesId);
    for (const { kind, name, call } of calls) {
      const difference = await differenceOf(async (id) => JSON.stringify(await own.ask(`${kind} { ${call.replaceAll(ID_PLACE, id)} }`, {}, path)));
      if (difference !== undefined) wrong.push(`${kind} ${name}: ${difference}`);
    }
    expect(wrong).toEqual([]);
    expect(calls.length).toBeGreaterThan(5);
  }, 120_000);

  it('are told alike at every route', async () => {
    const wrong: string[] = [];
    const routes = routesOf(test.app.getHttpAdapter().getInstance() as Parameters<typeof routesOf>[0]).filter(({ method, url }) => ['GET', 'DELETE', 'PUT', 'PATCH'].includes(method) && url.includes(':'));
    for (const { method, url } of routes) {
      const difference = await differenceOf(async (id) => {
        const { statusCode, payload } = await test.app.inject({ method: method as 'GET', url: url.replace(/:\w+/g, id), headers: { cookie: own.cookie, 'x-guanxi-request': '1' } });
        return `${String(statusCode)} ${payload}`;
      });
      if (difference !== undefined) wrong.push(`${method} ${url}: ${difference}`);
    }
    expect(wrong).toEqual([]);
    expect(routes.length).toBeGreaterThan(10);
  }, 60_000);

  it('are told alike as objects and fields', async () => {
    const plainly = (message: string, name: string): string => message.replaceAll(name, 'NAME').replace(/ Did you mean .*/, '');
    for (const [query, there, absent] of [['{ NAME { nodes { id } } }', 'orders', 'orderz'], ['{ customers { nodes { NAME } } }', 'nobodysField', 'noSuchField'], ['mutation { deleteNAME(id: "x") { id } }', 'Order', 'Ordez']] as const) {
      const ask = async (name: string): Promise<string> => JSON.stringify((await own.ask(query.replaceAll('NAME', name), {}, '/graphql')).errors?.map(({ message }) => plainly(message, name)));
      expect(await differenceOf(ask, [there, absent])).toBeUndefined();
    }
  });

  it.each([['/auth/sign-in', { password: 'a wrong password that is said' }], ['/auth/reset', {}]])('an address with an account and one without are told alike at %s', async (url, more) => {
    const aside = test.app.get(Aside);
    const run = aside.run.bind(aside);
    const ask = async (email: string) => {
      // Held back: the answer is there before anything is done beside it.
      const beside: Parameters<Aside['run']>[] = [];
      aside.run = (...given) => void beside.push(given);
      let said = '';
      const statements = await statementsOf(async () => {
        const { statusCode, payload, headers } = await test.app.inject({ method: 'POST', url, payload: { email, ...more }, headers: { 'x-guanxi-request': '1' } });
        said = plain(`${String(statusCode)} ${payload} ${Object.keys(headers).join()}`, email);
      });
      aside.run = run;
      for (const given of beside) run(...given);
      await aside.settled();
      return { said, statements: statements.filter(isOurs) };
    };
    const [known, unknown] = [await ask(OWN.email), await ask('nobody@example.org')];
    expect(known).toEqual(unknown);
    expect(known.statements.length).toBeGreaterThan(2);
  });
});
