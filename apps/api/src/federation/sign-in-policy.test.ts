import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';
import { SignInPolicies } from './sign-in-policies.js';
import { isNetwork, isWithin } from './networks.js';

const SAVE = 'mutation ($input: SignInPolicyInput!) { saveSignInPolicy(input: $input) { addresses passwordAllowed ownAddress } }';

describe('the sign-in policy of an org', () => {
  let test: TestApp;
  let admin: Caller;
  const usual = { sessionHours: 336, idleMinutes: 10_080, factorRequired: 'nobody', passwordAllowed: true, emergencyUserId: null, shortestPassword: 12, addresses: [] as readonly string[], apiKeyDays: null };

  beforeAll(async () => {
    test = await startTestApp('sign-in-policy');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(() => test.close());

  const save = (changes: object) => admin.ask(SAVE, { input: { ...usual, ...changes } });
  const problemsOf = async (changes: object) => (await save(changes)).errors?.[0]?.extensions.problems?.map(({ path, code }) => [path, code]);
  const signInFrom = (remoteAddress: string) => test.app.inject({ method: 'POST', url: '/auth/sign-in', payload: ADMIN, remoteAddress });

  it('asks for the password again after twelve hours, or half an hour without use, where nothing else was said', async () => {
    const { data } = await admin.ask('{ signInPolicy { sessionHours idleMinutes } }');
    expect(data).toEqual({ signInPolicy: { sessionHours: 12, idleMinutes: 30 } });
    for (const [column, minutes, isOver] of [['last_seen_at', 29, false], ['last_seen_at', 31, true], ['created_at', 721, true]] as const) {
      const other = await test.signIn(ADMIN.email, ADMIN.password);
      await test.database.pool.query(`update guanxi.session set ${column} = now() - $1 * interval '1 minute' where id = (select id from guanxi.session order by created_at desc limit 1)`, [minutes]);
      expect([column, minutes, (await other.ask('{ session { isAdmin } }')).data == null]).toEqual([column, minutes, isOver]);
    }
  });

  it('asks admins for a second factor, from two weeks after the org was made, where nothing else was said', async () => {
    const ofOrg = async () => (await admin.ask('{ signInPolicy { factorRequired factorFrom } factors { required requiredFrom } }')).data;
    const signIn = async () => (await test.app.inject({ method: 'POST', url: '/auth/sign-in', payload: ADMIN })).statusCode;
    const [row] = (await test.database.pool.query<{ made: Date }>('select created_at as made from guanxi.org where id = $1', [test.org.id])).rows;
    const from = new Date((row?.made.getTime() ?? 0) + 14 * 86_400_000).toISOString();
    expect(await ofOrg()).toEqual({ signInPolicy: { factorRequired: 'admins', factorFrom: from }, factors: { required: false, requiredFrom: from } });
    expect(await signIn()).toBe(204);
    await test.database.pool.query(`update guanxi.org set created_at = created_at - interval '15 days' where id = $1`, [test.org.id]);
    test.app.get(SignInPolicies).forget();
    expect(await ofOrg()).toMatchObject({ factors: { required: true, requiredFrom: null } });
    expect(await signIn()).toBe(200);
    await test.database.pool.query(`update guanxi.org set created_at = created_at + interval '15 days' where id = $1`, [test.org.id]);
    test.app.get(SignInPolicies).forget();
    // Another rule changes nothing of that; who says who needs one means now.
    await save({ factorRequired: 'admins', sessionHours: 11 });
    expect(await ofOrg()).toEqual({ signInPolicy: { factorRequired: 'admins', factorFrom: from }, factors: { required: false, requiredFrom: from } });
    await save({ factorRequired: 'nobody' });
    await save({ factorRequired: 'admins' });
    expect(await ofOrg()).toMatchObject({ signInPolicy: { factorFrom: null }, factors: { required: true } });
    await save({ factorRequired: 'nobody' });
  });

  it('tells every problem at once', async () => {
    expect(await problemsOf({ sessionHours: 0, idleMinutes: 1, shortestPassword: 4, apiKeyDays: 0, addresses: ['10.0.0.0/40'], passwordAllowed: false })).toEqual([
      ['/sessionHours', 'range'], ['/idleMinutes', 'range'], ['/shortestPassword', 'range'], ['/apiKeyDays', 'range'], ['/addresses/0', 'network'], ['/passwordAllowed', 'noProvider'], ['/emergencyUserId', 'emergency'],
    ]);
  });

  it('never shuts out whoever changes it', async () => {
    expect(await problemsOf({ addresses: ['203.0.113.0/24'] })).toEqual([['/addresses', 'ownAddress']]);
  });

  it('lets people in from its networks only: by password, session and key, in whichever way they ask', async () => {
    const { data } = await admin.ask<{ createApiKey: { key: string } }>('mutation { createApiKey(name: "From outside") { key } }');
    expect((await save({ addresses: ['127.0.0.0/8', '2001:db8::/32'] })).data).toMatchObject({ saveSignInPolicy: { ownAddress: '127.0.0.1' } });
    const outside = await signInFrom('198.51.100.1');
    expect([outside.statusCode, outside.json()]).toEqual([403, expect.objectContaining({ code: 'FORBIDDEN', message: expect.stringContaining('198.51.100.1') })]);
    expect((await signInFrom('2001:db8::7')).statusCode).toBe(204);
    const ask = (url: string, headers: Record<string, string>, remoteAddress: string) => test.app.inject({ method: 'POST', url, headers, payload: { query: '{ __typename }' }, remoteAddress });
    const credentials: readonly Record<string, string>[] = [{ cookie: admin.cookie, 'x-guanxi-request': '1' }, { authorization: `Bearer ${data?.createApiKey.key ?? ''}` }];
    for (const headers of credentials) {
      for (const url of ['/metadata', '/graphql']) {
        expect([(await ask(url, headers, '127.0.0.1')).statusCode, (await ask(url, headers, '198.51.100.1')).statusCode]).toEqual([200, 403]);
      }
    }
    await save({});
    expect((await signInFrom('198.51.100.1')).statusCode).toBe(204);
  });

  it('ends sessions by the time of today, and idle ones', async () => {
    const other = await test.signIn(ADMIN.email, ADMIN.password);
    const isIn = async () => (await other.ask('{ session { isAdmin } }')).data != null;
    const move = (column: 'created_at' | 'last_seen_at') => test.database.pool.query(`update guanxi.session set ${column} = now() - interval '2 hours' where id = (select id from guanxi.session order by created_at desc limit 1)`);
    await move('last_seen_at');
    await save({ idleMinutes: 60 });
    expect(await isIn()).toBe(false);
    await save({});
  });

  it('can do without passwords, but for one admin for emergencies', async () => {
    await test.database.pool.query(
      `insert into guanxi.identity_provider (id, org_id, name, active, issuer, client_id, scopes, domains, trusts_email, makes_users, ends_there, default_permission_sets, mappings, needs_group)
       values (gen_random_uuid(), $1, 'Somebody', true, 'https://example.com', 'x', 'openid', '{example.com}', false, false, false, '{}', '[]', false)`, [test.org.id]);
    await admin.ask('mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name: 'Ada', email: 'ada@example.com', password: 'a good password 7', permissionSets: ['sales'] } });
    const { data } = await admin.ask<{ session: { user: { id: string } } }>('{ session { user { id } } }');
    expect((await save({ passwordAllowed: false, emergencyUserId: data?.session.user.id })).errors).toBeUndefined();
    const asAda = () => test.app.inject({ method: 'POST', url: '/auth/sign-in', payload: { email: 'ada@example.com', password: 'a good password 7' } });
    expect([(await asAda()).statusCode, (await signInFrom('127.0.0.1')).statusCode]).toEqual([401, 204]);
    await save({});
    expect((await asAda()).statusCode).toBe(204);
  });

  it.each([['203.0.113.0/24', true], ['203.0.113.7', true], ['2001:db8::/32', true], ['203.0.113.0/33', false], ['fe80::1%eth0', false], ['example.com', false], ['1.2.3.4/8/9', false], ['', false]])('%j is a network: %s', (text, is) => {
    expect(isNetwork(text)).toBe(is);
  });

  it('knows an IPv4 address in the clothes of IPv6', () => {
    expect([isWithin('::ffff:203.0.113.9', ['203.0.113.0/24']), isWithin('203.0.114.9', ['203.0.113.0/24']), isWithin('nonsense', ['0.0.0.0/0']), isWithin('anything', [])]).toEqual([true, false, false, true]);
  });
});
