import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { DEFAULT_POLICY, SignInPolicies } from '../../federation/sign-in-policies.js';
import { publishDocuments } from '../../testing/publish-documents.js';
import { ADMIN, startTestApp, type Answer, type Caller, type TestApp } from '../../testing/test-app.js';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

interface Made {
  readonly secret: string;
  readonly client: { readonly id: string };
}

describe('clients and keys', () => {
  let test: TestApp;
  let admin: Caller;

  beforeAll(async () => {
    test = await startTestApp('keys');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(() => test.close());

  const form = (url: string, body: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
    test.app.inject({ method: 'POST', url, remoteAddress: '192.0.2.7', headers: { host: 'crm.example.com', 'content-type': 'application/x-www-form-urlencoded', ...headers }, payload: new URLSearchParams(body).toString() });
  const basic = ({ secret, client }: Made) => ({ authorization: `Basic ${Buffer.from(`${encodeURIComponent(client.id)}:${encodeURIComponent(secret)}`).toString('base64')}` });
  const token = (made: Made, body: Readonly<Record<string, string>> = {}) => form('/oauth/token', { grant_type: 'client_credentials', ...body }, basic(made));
  const tokenOf = async (made: Made, body: Readonly<Record<string, string>> = {}) => (await token(made, body)).json<{ access_token: string }>().access_token;
  const askWith = async (bearer: string, query: string, url = '/graphql') => (await test.app.inject({ method: 'POST', url, remoteAddress: '192.0.2.8', headers: { authorization: `Bearer ${bearer}` }, payload: { query } })).json<Answer<Record<string, unknown>>>();

  async function makeClient(input: object, by = admin): Promise<Made> {
    const { data, errors } = await by.ask<{ createOauthClient: Made }>('mutation ($input: OauthClientInput!) { createOauthClient(input: $input) { secret client { id } } }', { input: { name: 'Warehouse', permissionSets: ['sales'], ...input } });
    if (!data) throw new Error(JSON.stringify(errors));
    return data.createOauthClient;
  }

  it('are found by their metadata', async () => {
    const { headers } = await test.app.inject({ method: 'GET', url: '/.well-known/oauth-authorization-server', headers: { host: 'crm.example.com' } });
    expect(headers['content-type']).toMatch(/^application\/json/);
    const answer = await test.app.inject({ method: 'GET', url: '/.well-known/oauth-authorization-server', headers: { host: 'crm.example.com' } });
    expect(answer.json()).toMatchObject({ issuer: 'http://crm.example.com', token_endpoint: 'http://crm.example.com/oauth/token', grant_types_supported: ['client_credentials'] });
  });

  it('give a token for an hour that has the rights of the client and no more', async () => {
    const made = await makeClient({});
    const answer = await token(made);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json()).toEqual({ access_token: expect.stringMatching(/^guanxiat_/), token_type: 'Bearer', expires_in: 3600, scope: 'sales' });
    const bearer = answer.json<{ access_token: string }>().access_token;
    expect((await askWith(bearer, '{ customers(first: 1) { nodes { id } } }')).data).toBeTruthy();
    expect((await askWith(bearer, '{ documents { name } }', '/metadata')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await askWith(bearer, 'mutation { createApiKey(name: "Mine") { key } }', '/metadata')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { rows } = await test.database.pool.query<{ token_hash: string }>('select token_hash from guanxi.access_token');
    expect(rows.every(({ token_hash: hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  it('act under their own name in records and history, also when they are gone', async () => {
    const made = await makeClient({ name: 'Web shop', permissionSets: ['admin'] });
    const bearer = await tokenOf(made);
    const created = await askWith(bearer, 'mutation { createCustomer(data: { name: "Made by a client", country: "Taiwan" }) { id owner { name } createdBy { name } } }');
    expect(created.errors).toBeUndefined();
    expect(created.data).toMatchObject({ createCustomer: { owner: { name: 'Web shop' }, createdBy: { name: 'Web shop' } } });
    await admin.ask('mutation ($id: ID!) { removeOauthClient(id: $id) }', { id: made.client.id });
    expect((await askWith(bearer, '{ customers(first: 1) { nodes { id } } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await token(made)).statusCode).toBe(401);
    const after = await admin.ask<{ customers: { nodes: readonly { createdBy: { name: string } }[] } }>('{ customers(first: 1, where: { name: { eq: "Made by a client" } }) { nodes { createdBy { name } } } }', {}, '/graphql');
    expect(after.data?.customers.nodes[0]?.createdBy.name).toBe('Web shop');
  });

  it('stand somewhere as people do: what is shared with their role and teams is theirs to see, and what they own is seen from above', async () => {
    const documents = [
      { kind: 'role', name: 'head', title: 'Head', guanxi: { id: 'role-head' } }, { kind: 'role', name: 'seller', title: 'Seller', parent: 'head', guanxi: { id: 'role-seller' } },
      { kind: 'team', name: 'robots', title: 'Robots', guanxi: { id: 'team-robots' } },
      { kind: 'object', name: 'Parcel', title: 'Parcel', type: 'object', required: ['name'], guanxi: { id: 'parcel', nameField: 'name', sharing: { default: 'private' } }, properties: { name: { title: 'Name', type: 'string', guanxi: { id: 'parcel-name', type: 'text' } } } },
      { kind: 'permissions', name: 'parcels', title: 'Parcels', guanxi: { id: 'parcels' }, objects: { Parcel: { read: 'shared', create: true } } },
      { kind: 'permissions', name: 'connectors', title: 'Connectors', guanxi: { id: 'connectors' }, objects: {}, setup: ['connections'] },
      { kind: 'sharing-rule', name: 'forRobots', title: 'For robots', object: 'Parcel', which: { when: 'name = "For robots"' }, to: [{ team: 'robots' }], access: 'read', guanxi: { id: 'for-robots' } },
    ];
    await publishDocuments(admin, documents);
    await admin.ask('mutation { a: createParcel(data: { name: "For robots" }) { id } b: createParcel(data: { name: "For nobody" }) { id } }', {}, '/graphql');
    const made = await makeClient({ name: 'Robot', permissionSets: ['parcels'], role: 'seller' });
    const bearer = await tokenOf(made);
    const seen = async (by: string) => (await askWith(by, '{ parcels(orderBy: { name: ASC }) { nodes { name } } }')).data?.['parcels'];
    expect((await askWith(bearer, 'mutation { createParcel(data: { name: "Made" }) { id } }')).errors).toBeUndefined();
    expect(await seen(bearer)).toEqual({ nodes: [{ name: 'Made' }] });
    const place = 'mutation ($id: ID!, $role: String, $teams: [String!]!) { placeOauthClient(id: $id, role: $role, teams: $teams) { role teams } }';
    expect((await admin.ask(place, { id: made.client.id, role: 'seller', teams: ['robots'] })).data).toEqual({ placeOauthClient: { role: 'seller', teams: ['robots'] } });
    expect(await seen(bearer)).toEqual({ nodes: [{ name: 'For robots' }, { name: 'Made' }] });
    const above = await makeClient({ name: 'Head office', permissionSets: ['parcels'], role: 'head' });
    expect(await seen(await tokenOf(above))).toEqual({ nodes: [{ name: 'Made' }] });
    expect((await admin.ask(place, { id: made.client.id, role: 'nobody', teams: [] })).errors?.[0]?.extensions.problems).toMatchObject([{ path: '/role', code: 'unknown' }]);
    await admin.ask('mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name: 'Connie', email: 'connie@keys.example', password: 'a password for tests only', permissionSets: ['parcels', 'connectors'] } });
    const connie = await test.signIn('connie@keys.example', 'a password for tests only');
    expect((await connie.ask(place, { id: made.client.id, role: 'head', teams: [] })).errors?.[0]?.message).toContain('Where a client stands');
    expect((await connie.ask('mutation ($id: ID!) { rotateOauthClient(id: $id) { secret } }', { id: above.client.id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('narrow a token to the scopes that are asked for', async () => {
    const made = await makeClient({ permissionSets: ['admin', 'sales'] });
    const bearer = await tokenOf(made, { scope: 'sales' });
    expect((await askWith(bearer, '{ documents { name } }', '/metadata')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await askWith(await tokenOf(made), '{ documents { name } }', '/metadata')).data).toBeTruthy();
    expect((await token(made, { scope: 'sales warehouse' })).json()).toMatchObject({ error: 'invalid_scope' });
  });

  it('answer as RFC 6749 says when something is wrong', async () => {
    const made = await makeClient({});
    const wrong = await token({ ...made, secret: 'wrong' });
    expect([wrong.statusCode, wrong.headers['www-authenticate'], wrong.json<{ error: string }>().error]).toEqual([401, expect.stringMatching(/^Basic /), 'invalid_client']);
    const nobody = await token({ secret: 'wrong', client: { id: 'nobody' } });
    expect(nobody.body).toBe(wrong.body);
    const inBody = { client_id: made.client.id, client_secret: made.secret };
    expect((await form('/oauth/token', { grant_type: 'client_credentials', ...inBody })).statusCode).toBe(200);
    expect((await form('/oauth/token', { grant_type: 'client_credentials', ...inBody }, basic(made))).json()).toMatchObject({ error: 'invalid_request' });
    expect((await form('/oauth/token', inBody)).json()).toMatchObject({ error: 'invalid_request' });
    expect((await form('/oauth/token', { ...inBody, grant_type: 'password' })).json()).toMatchObject({ error: 'unsupported_grant_type' });
    expect((await form('/oauth/token', {})).statusCode).toBe(401);
  });

  it('may sign instead of telling a secret, once per statement', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    const made = await makeClient({ publicKeys: { keys: [{ ...(await exportJWK(publicKey)), kid: 'one' }] } });
    const assertion = (change: { audience?: string; seconds?: number; subject?: string; id?: string } = {}) => new SignJWT({ jti: change.id ?? crypto.randomUUID() })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' }).setIssuer(made.client.id).setSubject(change.subject ?? made.client.id).setAudience(change.audience ?? 'http://crm.example.com/oauth/token')
      .setIssuedAt().setExpirationTime(Math.floor(Date.now() / 1000) + (change.seconds ?? 60)).sign(privateKey);
    const show = async (text: string) => (await form('/oauth/token', { grant_type: 'client_credentials', client_assertion_type: ASSERTION_TYPE, client_assertion: text })).statusCode;
    const once = await assertion();
    expect(await show(once)).toBe(200);
    expect(await show(once)).toBe(401);
    expect(await show(await assertion({ audience: 'https://other.example.com' }))).toBe(401);
    expect(await show(await assertion({ subject: 'another' }))).toBe(401);
    expect(await show(await assertion({ seconds: -120 }))).toBe(401);
    expect(await show(await assertion({ seconds: 86_400 }))).toBe(401);
    expect(await show(`${once.slice(0, -4)}AAAA`)).toBe(401);
    await expect(makeClient({ publicKeys: { keys: [await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey)] } })).rejects.toThrow('publicKeys');
  });

  it('rotate their secret with an overlap, or with none and all tokens', async () => {
    const made = await makeClient({});
    const rotate = async (overlapHours: number) => (await admin.ask<{ rotateOauthClient: Made }>('mutation ($id: ID!, $overlapHours: Int!) { rotateOauthClient(id: $id, overlapHours: $overlapHours) { secret client { id } } }', { id: made.client.id, overlapHours })).data?.rotateOauthClient as Made;
    const second = await rotate(24);
    expect([(await token(made)).statusCode, (await token(second)).statusCode]).toEqual([200, 200]);
    await admin.ask('mutation ($id: ID!) { endPreviousOauthSecret(id: $id) { previousUntil } }', { id: made.client.id });
    expect([(await token(made)).statusCode, (await token(second)).statusCode]).toEqual([401, 200]);
    const bearer = await tokenOf(second);
    const third = await rotate(0);
    expect([(await token(second)).statusCode, (await token(third)).statusCode]).toEqual([401, 200]);
    expect((await askWith(bearer, '{ customers(first: 1) { nodes { id } } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('give tokens back, their own only', async () => {
    const [one, other] = [await makeClient({}), await makeClient({})];
    const bearer = await tokenOf(one);
    expect((await form('/oauth/revoke', { token: bearer }, basic(other))).statusCode).toBe(200);
    expect((await askWith(bearer, '{ customers(first: 1) { nodes { id } } }')).data).toBeTruthy();
    await form('/oauth/revoke', { token: bearer }, basic(one));
    expect((await askWith(bearer, '{ customers(first: 1) { nodes { id } } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('are told with their last use, end at their time, and are written down', async () => {
    const made = await makeClient({ name: 'Short', expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
    await token(made);
    const listed = await admin.ask<{ oauthClients: readonly { name: string; lastUsedAddress: string | null }[] }>('{ oauthClients { name lastUsedAt lastUsedAddress } }');
    expect(listed.data?.oauthClients).toContainEqual({ name: 'Short', lastUsedAt: expect.stringMatching(/Z$/), lastUsedAddress: '192.0.2.7' });
    await test.database.pool.query("update guanxi.oauth_client set expires_at = now() - interval '1 second' where id = $1", [made.client.id]);
    expect((await token(made)).statusCode).toBe(401);
    const { rows } = await test.database.pool.query<{ kind: string }>("select distinct kind from guanxi.trail where subject_kind = 'client' order by 1");
    expect(rows.map(({ kind }) => kind)).toEqual(['clientMade', 'clientRemoved', 'clientRotated', 'roleAssigned']);
  });

  it('of an admin are made by an admin alone, and never by a limited key', async () => {
    const problems = await admin.ask('mutation { createOauthClient(input: { name: " ", permissionSets: ["nothing"] }) { secret } }');
    expect(problems.errors?.[0]?.extensions.problems?.map(({ path }) => path)).toEqual(['/name', '/permissionSets/0']);
    await admin.ask('mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name: 'Sales', email: 'sales@example.com', password: 'a good password', permissionSets: ['sales'] } });
    const sales = await test.signIn('sales@example.com', 'a good password');
    await expect(makeClient({}, sales)).rejects.toThrow('FORBIDDEN');
    const key = (await admin.ask<{ createApiKey: { key: string } }>('mutation { createApiKey(name: "Limited", permissionSets: ["admin"]) { key } }')).data?.createApiKey.key ?? '';
    expect((await askWith(key, 'mutation { createOauthClient(input: { name: "More", permissionSets: ["admin"] }) { secret } }', '/metadata')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('of people tell where they were last used, die with their owner and last no longer than the policy says', async () => {
    const made = await admin.ask<{ createUser: { id: string } }>('mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name: 'Leaver', email: 'leaver@example.com', password: 'a good password', permissionSets: ['sales'] } });
    const leaver = await test.signIn('leaver@example.com', 'a good password');
    const make = (expiresAt: string | null) => leaver.ask<{ createApiKey: { key: string; apiKey: { expiresAt: string | null } } }>('mutation ($expiresAt: DateTime) { createApiKey(name: "Script", expiresAt: $expiresAt) { key apiKey { expiresAt } } }', { expiresAt });
    const key = (await make(null)).data?.createApiKey.key ?? '';
    expect((await askWith(key, '{ customers(first: 1) { nodes { id } } }')).data).toBeTruthy();
    expect((await leaver.ask('{ apiKeys { lastUsedAddress } }')).data).toEqual({ apiKeys: [{ lastUsedAddress: '192.0.2.8' }] });
    await test.app.get(SignInPolicies).save(test.org.id, { ...DEFAULT_POLICY, apiKeyDays: 30 });
    const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();
    expect((await make(days(31))).errors?.[0]?.extensions.problems?.[0]).toMatchObject({ path: '/expiresAt', code: 'tooLong' });
    expect((await make(days(30))).data).toBeTruthy();
    expect(Date.parse((await make(null)).data?.createApiKey.apiKey.expiresAt ?? '')).toBeLessThanOrEqual(Date.now() + 30 * 86_400_000);
    await admin.ask('mutation ($id: ID!) { updateUser(id: $id, input: { active: false }) { id } }', { id: made.data?.createUser.id });
    expect((await askWith(key, '{ customers(first: 1) { nodes { id } } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
