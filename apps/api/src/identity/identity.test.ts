import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';

describe('signing in and people', () => {
  let test: TestApp;
  let admin: Caller;

  beforeAll(async () => {
    test = await startTestApp('identity');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(() => test.close());

  const signInWith = (payload: object, address = '192.0.2.1') =>
    test.app.inject({ method: 'POST', url: '/auth/sign-in', payload, remoteAddress: address });

  it('gives a cookie that scripts cannot read', async () => {
    const response = await signInWith(ADMIN);
    expect(response.statusCode).toBe(204);
    expect(String(response.headers['set-cookie'])).toMatch(/guanxi_session=.*HttpOnly.*SameSite=Lax/);
  });

  it('says the same whether the address or the password is wrong', async () => {
    const [wrongPassword, nobody] = [await signInWith({ ...ADMIN, password: 'wrong' }), await signInWith({ email: 'nobody@guanxi.local', password: 'wrong' })];
    expect(wrongPassword.statusCode).toBe(401);
    expect(wrongPassword.body).toBe(nobody.body);
  });

  it('takes no form that another site could send', async () => {
    const response = await test.app.inject({
      method: 'POST',
      url: '/auth/sign-in',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(ADMIN).toString(),
    });
    expect(response.json()).toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('stops an address that guesses, and nobody else', async () => {
    const guesses = [];
    for (let count = 0; count < 11; count += 1) guesses.push((await signInWith({ ...ADMIN, password: 'wrong' }, '198.51.100.7')).statusCode);
    expect(guesses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(guesses[10]).toBe(429);
    expect((await signInWith(ADMIN, '198.51.100.7')).headers['retry-after']).toMatch(/^\d+$/);
    expect((await signInWith(ADMIN, '203.0.113.9')).statusCode).toBe(204);
  });

  it('tells who is signed in', async () => {
    const { data } = await admin.ask('{ session { isAdmin permissionSets user { email } org { name currency } } }');
    expect(data).toEqual({ session: { isAdmin: true, permissionSets: ['admin'], user: { email: ADMIN.email }, org: { name: 'My organisation', currency: 'USD' } } });
  });

  it('answers nothing without a sign-in', async () => {
    const response = await test.app.inject({ method: 'POST', url: '/metadata', payload: { query: '{ users { id } }' } });
    expect(response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('refuses a cookie without the header that only the page sends', async () => {
    const response = await test.app.inject({ method: 'POST', url: '/metadata', headers: { cookie: admin.cookie }, payload: { query: '{ users { id } }' } });
    expect(response.statusCode).toBe(403);
    expect(response.json()).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('ends with signing out', async () => {
    const caller = await test.signIn(ADMIN.email, ADMIN.password);
    await test.app.inject({ method: 'POST', url: '/auth/sign-out', headers: { cookie: caller.cookie, 'x-guanxi-request': '1' } });
    expect(await caller.ask('{ session { isAdmin } }')).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('makes users that records can point to, and keeps both rows together', async () => {
    const made = await createUser('ada@example.com', { name: 'Ada Lovelace', permissionSets: ['sales'] });
    const { rows } = await test.database.pool.query(`select name, email, active from ${test.org.schema}._user where id = $1`, [made.id]);
    expect(rows).toEqual([{ name: 'Ada Lovelace', email: 'ada@example.com', active: true }]);
    await admin.ask('mutation ($id: ID!) { updateUser(id: $id, input: { active: false, name: "Ada King" }) { id } }', { id: made.id });
    const after = await test.database.pool.query(`select name, active from ${test.org.schema}._user where id = $1`, [made.id]);
    expect(after.rows).toEqual([{ name: 'Ada King', active: false }]);
  });

  it('tells every problem of a new user at once', async () => {
    const answer = await admin.ask('mutation ($input: UserInput!) { createUser(input: $input) { id } }', {
      input: { name: ' ', email: 'nowhere', password: 'short', permissionSets: ['sales', 'wizard'] },
    });
    expect(answer.errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
    expect(answer.errors?.[0]?.extensions.problems?.map(({ path }) => path)).toEqual(['/name', '/email', '/password', '/permissionSets/1']);
  });

  it('signs a user out everywhere who is switched off', async () => {
    const { id } = await createUser('grace@example.com', { permissionSets: ['admin'] });
    const grace = await test.signIn('grace@example.com', 'a good password');
    expect((await grace.ask('{ session { isAdmin } }')).data).toEqual({ session: { isAdmin: true } });
    await admin.ask('mutation ($id: ID!) { updateUser(id: $id, input: { active: false }) { id } }', { id });
    expect(await grace.ask('{ session { isAdmin } }')).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect((await signInWith({ email: 'grace@example.com', password: 'a good password' })).statusCode).toBe(401);
  });

  it('never lets the last admin go', async () => {
    const { data } = await admin.ask<{ session: { user: { id: string } } }>('{ session { user { id } } }');
    const answer = await admin.ask('mutation ($id: ID!) { updateUser(id: $id, input: { permissionSets: ["sales"] }) { id } }', { id: data?.session.user.id });
    expect(answer.errors?.[0]?.extensions.problems).toEqual([expect.objectContaining({ path: '/permissionSets', code: 'lastAdmin' })]);
  });

  it('keeps Setup from users without the right', async () => {
    await createUser('sales@example.com', { permissionSets: ['sales'] });
    const sales = await test.signIn('sales@example.com', 'a good password');
    const answer = await sales.ask('{ documents { name } }');
    expect(answer.errors?.[0]).toMatchObject({ message: expect.stringContaining('Setup'), extensions: { code: 'FORBIDDEN' } });
    const { data } = await sales.ask<{ users: { email: string; permissionSets: string[] }[] }>('{ users { email permissionSets } }');
    expect(data?.users).toContainEqual({ email: ADMIN.email, permissionSets: [] });
  });

  it('changes a password only for who knows the present one, and ends the other sessions', async () => {
    await createUser('alan@example.com', { permissionSets: [] });
    const [here, elsewhere] = [await test.signIn('alan@example.com', 'a good password'), await test.signIn('alan@example.com', 'a good password')];
    const change = 'mutation ($current: String!) { changePassword(current: $current, next: "a better password") }';
    expect((await here.ask(change, { current: 'wrong' })).errors?.[0]?.extensions.problems?.[0]?.path).toBe('/current');
    expect(await here.ask(change, { current: 'a good password' })).toEqual({ data: { changePassword: true } });
    expect((await here.ask('{ session { isAdmin } }')).data).toBeTruthy();
    expect((await elsewhere.ask('{ session { isAdmin } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('takes API keys until they are revoked', async () => {
    const { data } = await admin.ask<{ createApiKey: { key: string; apiKey: { id: string } } }>('mutation { createApiKey(name: "Test") { key apiKey { id } } }');
    const { key, apiKey } = data?.createApiKey ?? { key: '', apiKey: { id: '' } };
    const askWithKey = async () =>
      (await test.app.inject({ method: 'POST', url: '/metadata', headers: { authorization: `Bearer ${key}` }, payload: { query: '{ session { isAdmin } }' } })).json();
    expect(await askWithKey()).toEqual({ data: { session: { isAdmin: true } } });
    expect((await admin.ask<{ apiKeys: { name: string; lastUsedAt: string }[] }>('{ apiKeys { name lastUsedAt } }')).data?.apiKeys).toContainEqual({ name: 'Test', lastUsedAt: expect.stringMatching(/Z$/) });
    await admin.ask('mutation ($id: ID!) { revokeApiKey(id: $id) }', { id: apiKey.id });
    expect(await askWithKey()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('limits a key to permission sets, and gives another in its place', async () => {
    const made = await admin.ask<{ createApiKey: { key: string; apiKey: { id: string; permissionSets: string[] } } }>('mutation { createApiKey(name: "Limited", permissionSets: ["sales"]) { key apiKey { id permissionSets } } }');
    const { key, apiKey } = made.data?.createApiKey ?? { key: '', apiKey: { id: '', permissionSets: [] } };
    expect(apiKey.permissionSets).toEqual(['sales']);
    const askWith = async (token: string, query: string, url = '/metadata') => (await test.app.inject({ method: 'POST', url, headers: { authorization: `Bearer ${token}` }, payload: { query } })).json<{ data?: unknown; errors?: readonly { extensions: { code: string } }[] }>();
    expect(await askWith(key, '{ session { isAdmin permissionSets } }')).toEqual({ data: { session: { isAdmin: false, permissionSets: ['sales'] } } });
    expect((await askWith(key, '{ documents { name } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await askWith(key, '{ orders(first: 1) { nodes { freight } } }', '/graphql')).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await askWith(key, 'mutation { createApiKey(name: "More") { key } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const rotated = await admin.ask<{ rotateApiKey: { key: string } }>('mutation ($id: ID!) { rotateApiKey(id: $id, overlapHours: 0) { key } }', { id: apiKey.id });
    expect((await askWith(key, '{ session { isAdmin } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await askWith(rotated.data?.rotateApiKey.key ?? '', '{ session { isAdmin } }')).toEqual({ data: { session: { isAdmin: false } } });
    const unknown = await admin.ask('mutation { createApiKey(name: "Wrong", permissionSets: ["nothing"]) { key } }');
    expect(unknown.errors?.[0]?.extensions.problems?.[0]?.path).toBe('/permissionSets/0');
  });

  it('lets the key before a rotation work beside the new one until it ends, is ended or is rotated once more', async () => {
    const made = await admin.ask<{ createApiKey: { key: string; apiKey: { id: string } } }>('mutation { createApiKey(name: "Changing over") { key apiKey { id } } }');
    const { key: first, apiKey: { id } } = made.data?.createApiKey ?? { key: '', apiKey: { id: '' } };
    const works = async (token: string) => (await test.app.inject({ method: 'POST', url: '/metadata', headers: { authorization: `Bearer ${token}` }, payload: { query: '{ session { isAdmin } }' } })).json<{ data?: unknown }>().data != null;
    const rotate = async (hours = '') => (await admin.ask<{ rotateApiKey: { key: string; apiKey: { previousUntil: string | null } } }>(`mutation ($id: ID!) { rotateApiKey(id: $id${hours}) { key apiKey { previousUntil } } }`, { id })).data?.rotateApiKey ?? { key: '', apiKey: { previousUntil: null } };
    const second = await rotate();
    const hoursLeft = (Date.parse(second.apiKey.previousUntil ?? '') - Date.now()) / 3_600_000;
    expect([hoursLeft > 23, hoursLeft <= 24, await works(first), await works(second.key)]).toEqual([true, true, true, true]);
    const third = await rotate(', overlapHours: 1');
    expect([await works(first), await works(second.key), await works(third.key)]).toEqual([false, true, true]);
    await test.database.pool.query("update guanxi.api_key set previous_until = now() - interval '1 second' where id = $1", [id]);
    const fourth = await rotate(', overlapHours: 2');
    expect([await works(second.key), await works(third.key)]).toEqual([false, true]);
    expect((await admin.ask('mutation ($id: ID!) { endPreviousApiKey(id: $id) { previousUntil } }', { id })).data).toEqual({ endPreviousApiKey: { previousUntil: null } });
    expect([await works(third.key), await works(fourth.key)]).toEqual([false, true]);
    const refused = await admin.ask('mutation ($id: ID!) { rotateApiKey(id: $id, overlapHours: 721) { key } }', { id });
    expect(refused.errors?.[0]?.extensions.problems?.[0]?.path).toBe('/overlapHours');
  });

  it('leaves a key for the command line that only the owner can read', async () => {
    const file = join(test.settings.dataFolder, 'cli-key');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const key = (await readFile(file, 'utf8')).trim();
    const answer = await test.app.inject({ method: 'POST', url: '/metadata', headers: { authorization: `Bearer ${key}` }, payload: { query: '{ session { isAdmin } }' } });
    expect(answer.json()).toEqual({ data: { session: { isAdmin: true } } });
  });

  async function createUser(email: string, input: { name?: string; permissionSets: string[] }): Promise<{ id: string }> {
    const answer = await admin.ask<{ createUser: { id: string } }>('mutation ($input: UserInput!) { createUser(input: $input) { id } }', {
      input: { name: email, password: 'a good password', email, ...input },
    });
    if (!answer.data) throw new Error(JSON.stringify(answer.errors));
    return answer.data.createUser;
  }
});
