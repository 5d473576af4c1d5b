import { decodeJwt } from 'jose';
import { OrgDatabase } from '../database/org-database.js';
import { makeOrg } from '../orgs/make-org.js';
import { startTestApp, type Caller, type TestApp, ADMIN } from '../testing/test-app.js';
import { Browser } from './testing/browser.js';
import { startOidcServer, type OidcServer } from './testing/oidc-server.js';

const ORIGIN = 'http://localhost';
const SAVE = 'mutation ($id: ID, $input: IdentityProviderInput!) { saveIdentityProvider(id: $id, input: $input) { id hasSecret } }';

interface Person {
  readonly session: { readonly isAdmin: boolean; readonly permissionSets: readonly string[]; readonly user: { readonly id: string; readonly email: string; readonly name: string } };
}

describe('signing in by an identity provider', () => {
  let test: TestApp;
  let admin: Caller;
  let oidc: OidcServer;
  let provider: string;

  beforeAll(async () => {
    test = await startTestApp('single-sign-on', { WEBHOOK_ALLOW: '127.0.0.1' });
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    oidc = await startOidcServer(`${ORIGIN}/auth/oidc/callback`);
    provider = await save({});
  });
  afterAll(async () => {
    await oidc.close();
    await test.close();
  });

  const fields = () => ({
    name: 'Campus', active: true, issuer: oidc.issuer, clientId: oidc.clientId, clientSecret: oidc.clientSecret, scopes: 'openid profile email', domains: ['example.com'],
    trustsEmail: false, makesUsers: true, endsThere: true, defaultPermissionSets: ['sales'], groupClaim: 'groups', needsGroup: false,
    mappings: [{ group: 'crm-admins', permissionSets: ['admin'], teams: [] }],
  });
  async function save(changes: object, id: string | null = null): Promise<string> {
    const { data, errors } = await admin.ask<{ saveIdentityProvider: { id: string } }>(SAVE, { id, input: { ...fields(), ...changes } });
    if (!data) throw new Error(JSON.stringify(errors));
    return data.saveIdentityProvider.id;
  }
  /** Somebody's first visit, in a browser of their own. */
  async function come(subject: string | null, claims: object = {}, through = provider): Promise<{ readonly browser: Browser; readonly end: string }> {
    if (subject !== null) oidc.accounts.set(subject, { email: `${subject}@example.com`, email_verified: true, name: `Name of ${subject}`, ...oidc.accounts.get(subject), ...claims });
    oidc.person = subject;
    const browser = new Browser(test.app);
    return { browser, end: await browser.signIn(through) };
  }
  const whois = async (browser: Browser) => (await browser.ask<Person>('{ session { isAdmin permissionSets user { id email name } } }'))?.session;

  it('makes a user of who comes for the first time, and knows them by their subject from then on', async () => {
    const { browser, end } = await come('ada');
    expect(end).toBe('/app/Customer');
    const first = await whois(browser);
    expect(first).toMatchObject({ isAdmin: false, permissionSets: ['sales'], user: { email: 'ada@example.com', name: 'Name of ada' } });
    const again = await come('ada', { email: 'ada.lovelace@example.com' });
    expect((await whois(again.browser))?.user).toEqual(first?.user);
    const { rows } = await test.database.pool.query('select method from guanxi.session where user_id = $1', [first?.user.id]);
    expect(rows).toEqual([{ method: 'oidc' }, { method: 'oidc' }]);
  });

  it('keeps the client secret encrypted and never tells it', async () => {
    const { rows } = await test.database.pool.query<{ client_secret: string }>('select client_secret from guanxi.identity_provider where id = $1', [provider]);
    expect(rows[0]?.client_secret).toMatch(/^g1:/);
    expect(JSON.stringify((await admin.ask('{ identityProviders { name hasSecret people } }')).data)).toBe('{"identityProviders":[{"name":"Campus","hasSecret":true,"people":1}]}');
  });

  it('finds somebody who is here already by their verified address, once', async () => {
    const made = await createUser('grace@example.com');
    const { browser } = await come('grace-7', { email: 'Grace@Example.com' });
    expect((await whois(browser))?.user.id).toBe(made);
    expect((await come('other-grace', { email: 'grace@example.com' })).end).toBe('/sign-in?failed=unknown');
  });

  it.each([
    ['is not verified', { email_verified: false }],
    ['is not said to be verified', { email_verified: undefined }],
    ['belongs to another domain', { email: 'mallory@elsewhere.com' }],
    ['pretends to', { email: 'mallory@example.com.evil.org' }],
    ['is missing', { email: undefined }],
  ])('believes no address that %s', async (_, claims) => {
    expect((await come(`mallory-${Object.keys(claims).join()}-${JSON.stringify(claims).length}`, claims)).end).toBe('/sign-in?failed=email');
  });

  it('takes addresses of stated domains from a provider that is trusted for them, unless it says they are not verified', async () => {
    await save({ trustsEmail: true }, provider);
    expect((await come('entra', { email_verified: undefined })).end).toBe('/app/Customer');
    expect((await come('entra-2', { email_verified: false })).end).toBe('/sign-in?failed=email');
    await save({}, provider);
  });

  it('lets nobody in whom it would have to make, where it must not', async () => {
    await save({ makesUsers: false }, provider);
    expect((await come('stranger')).end).toBe('/sign-in?failed=unknown');
    await save({}, provider);
  });

  it('gives and takes at every sign-in what groups give, and leaves what was given by hand', async () => {
    const { browser } = await come('linus', { groups: ['crm-admins', 'others'] });
    expect(await whois(browser)).toMatchObject({ isAdmin: true, permissionSets: ['sales', 'admin'] });
    const after = await come('linus', { groups: ['others'] });
    expect(await whois(after.browser)).toMatchObject({ isAdmin: false, permissionSets: ['sales'] });
  });

  it('keeps out who is in no mapped group where one is needed, and lets them in again with one', async () => {
    const input = { needsGroup: true, mappings: [{ group: 'crm', permissionSets: ['sales'], teams: [] }], defaultPermissionSets: [] };
    await save(input, provider);
    expect((await come('alan')).end).toBe('/sign-in?failed=group');
    const inside = await come('alan', { groups: ['crm'] });
    expect(await whois(inside.browser)).toMatchObject({ permissionSets: ['sales'] });
    expect((await come('alan', { groups: [] })).end).toBe('/sign-in?failed=group');
    expect(await whois(inside.browser)).toBeUndefined();
    const { rows } = await test.database.pool.query('select active, permission_sets from guanxi."user" where email = $1', ['alan@example.com']);
    expect(rows).toEqual([{ active: false, permission_sets: [] }]);
    expect(await whois((await come('alan', { groups: 'crm' })).browser)).toMatchObject({ permissionSets: ['sales'] });
    await save({}, provider);
  });

  it('does not take "too many groups" for none', async () => {
    await come('many', { groups: ['crm-admins'] });
    oidc.tamper = async (answer) => ({ ...answer, id_token: await oidc.sign({ ...decodeJwt(String(answer['id_token'])), _claim_names: { groups: 'src1' } }) });
    expect((await come('many', { groups: undefined })).end).toBe('/sign-in?failed=groupsUnread');
    oidc.tamper = undefined;
  });

  it('keeps out who was switched off', async () => {
    const { browser } = await come('kurt');
    const { user } = (await whois(browser)) ?? { user: { id: '' } };
    await admin.ask('mutation ($id: ID!) { updateUser(id: $id, input: { active: false }) { id } }', { id: user.id });
    expect((await come('kurt')).end).toBe('/sign-in?failed=inactive');
  });

  it('refuses what another browser has begun, what was begun twice and what was never begun', async () => {
    oidc.person = 'ada';
    const [one, other] = [new Browser(test.app), new Browser(test.app)];
    const back = await one.passProvider((await one.go(`/auth/oidc/${provider}/start`)).location);
    expect((await other.go(back)).location).toBe('/sign-in?failed=expired');
    expect((await one.go(back.replace(/state=[^&]+/, 'state=another'))).location).toBe('/sign-in?failed=expired');
    expect((await one.go(back)).location).toBe('/app/home');
    expect((await one.go(back)).location).toBe('/sign-in?failed=expired');
    expect(await whois(other)).toBeUndefined();
  });

  it('refuses the nonce of another sign-in, and the code of another', async () => {
    oidc.person = 'ada';
    const browser = new Browser(test.app);
    const start = (await browser.go(`/auth/oidc/${provider}/start`)).location;
    const back = await browser.passProvider(start.replace(/nonce=[^&]+/, 'nonce=another'));
    expect((await browser.go(back)).location).toBe('/sign-in?failed=refused');
    const victim = new Browser(test.app);
    const stolen = new URL(await victim.passProvider((await victim.go(`/auth/oidc/${provider}/start`)).location), ORIGIN).searchParams.get('code') ?? '';
    const own = await browser.passProvider((await browser.go(`/auth/oidc/${provider}/start`)).location);
    expect((await browser.go(own.replace(/code=[^&]+/, `code=${stolen}`))).location).toBe('/sign-in?failed=refused');
    expect(await whois(browser)).toBeUndefined();
  });

  it.each<[string, (token: string) => Promise<string> | string]>([
    ['was changed on its way', (token) => token.split('.').map((part, index) => (index === 1 ? Buffer.from(JSON.stringify({ ...decodeJwt(token), sub: 'grace-7' })).toString('base64url') : part)).join('.')],
    ['is for somebody else', (token) => oidc.sign({ ...decodeJwt(token), aud: 'another-client' })],
    ['comes from somebody else', (token) => oidc.sign({ ...decodeJwt(token), iss: 'https://another.example' })],
    ['is over', (token) => oidc.sign({ ...decodeJwt(token), exp: 1_700_000_000 })],
    ['has no signature', (token) => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1] ?? ''}.`],
  ])('refuses a token that %s', async (_, change) => {
    oidc.tamper = async (answer) => ({ ...answer, id_token: await change(String(answer['id_token'])) });
    expect((await come('ada')).end).toBe('/sign-in?failed=refused');
    oidc.tamper = undefined;
    expect((await come('ada')).end).toBe('/app/Customer');
  });

  it('comes back without a session when somebody turns round at the provider', async () => {
    expect((await come(null)).end).toBe('/sign-in?failed=cancelled');
  });

  it('goes on to pages of its own only', async () => {
    oidc.person = 'ada';
    for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', '/auth/oidc/end', 'javascript:alert(1)']) expect(await new Browser(test.app).signIn(provider, next)).toBe('/app/home');
  });

  it('keeps two orgs with the same provider apart', async () => {
    const other = await makeOther();
    const theirs = await come('ada', { email: 'ada@example.com' }, other.provider);
    // Her address is taken by her user in the first org, and nothing tells so.
    expect(theirs.end).toBe('/sign-in?failed=unknown');
    const newcomer = await come('newcomer', { email: 'newcomer@example.com' }, other.provider);
    const { rows } = await test.database.pool.query('select org_id from guanxi."user" where email = $1', ['newcomer@example.com']);
    expect([newcomer.end, rows]).toEqual(['/app/Customer', [{ org_id: other.id }]]);
    expect((await come('newcomer')).end).toBe('/sign-in?failed=unknown');
  });

  it('offers providers by the domain of an address, whoever has it', async () => {
    const hint = async (email: string) => (await test.app.inject({ url: `/auth/providers?email=${email}` })).json<{ providers: readonly { name: string }[] }>().providers.map(({ name }) => name);
    expect(await hint('ada@example.com')).toEqual(await hint('nobody-at-all@EXAMPLE.com'));
    expect([(await hint('ada@example.com')).includes('Campus'), await hint('ada@elsewhere.com')]).toEqual([true, []]);
  });

  it('leaves the provider too when somebody signs out', async () => {
    const { browser } = await come('ada');
    const { location } = await browser.go('/auth/oidc/end');
    expect(location).toMatch(new RegExp(`^${oidc.issuer}/session/end\\?.*post_logout_redirect_uri=${encodeURIComponent(`${ORIGIN}/sign-in`)}`));
    expect((await browser.go('/auth/oidc/end')).location).toBe('/sign-in');
  });

  it('says of a connection what the provider says of itself, or what is wrong', async () => {
    const ask = 'mutation ($issuer: String!) { testIdentityProvider(issuer: $issuer) { works issuer report } }';
    expect((await admin.ask(ask, { issuer: oidc.issuer })).data).toEqual({ testIdentityProvider: { works: true, issuer: oidc.issuer, report: expect.stringContaining('authorization_endpoint') } });
    expect((await admin.ask(ask, { issuer: `${oidc.issuer}/nowhere` })).data).toEqual({ testIdentityProvider: { works: false, issuer: null, report: expect.any(String) } });
    for (const issuer of ['http://192.0.2.1', 'file:///etc/passwd', 'https://user:secret@example.com', 'nonsense']) {
      expect((await admin.ask(ask, { issuer })).errors?.[0]?.extensions.problems?.[0]?.path).toBe('/issuer');
    }
    // Inside addresses are not asked at all.
    const inside = await admin.ask<{ testIdentityProvider: { works: boolean; report: string } }>(ask, { issuer: 'https://169.254.169.254' });
    expect(inside.data?.testIdentityProvider).toMatchObject({ works: false, report: expect.stringMatching(/not allowed/i) });
  });

  it('is set up by admins alone, and every problem is told at once', async () => {
    await createUser('security@example.com', ['sales']);
    const sales = await test.signIn('security@example.com', 'a good password 7');
    expect((await sales.ask(SAVE, { input: fields() })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const wrong = await admin.ask(SAVE, { input: { ...fields(), name: '', issuer: 'ldap://x', clientId: ' ', scopes: 'email', domains: ['no domain'], groupClaim: null, defaultPermissionSets: ['wizard'] } });
    expect(wrong.errors?.[0]?.extensions.problems?.map(({ path }) => path)).toEqual(['/name', '/issuer', '/clientId', '/scopes', '/domains/0', '/groupClaim', '/defaultPermissionSets/0']);
  });

  async function createUser(email: string, permissionSets: readonly string[] = ['sales']): Promise<string> {
    const answer = await admin.ask<{ createUser: { id: string } }>('mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name: email, email, password: 'a good password 7', permissionSets } });
    if (!answer.data) throw new Error(JSON.stringify(answer.errors));
    return answer.data.createUser.id;
  }

  /** Another org, with a provider of the same issuer. */
  async function makeOther(): Promise<{ readonly id: string; readonly provider: string }> {
    const org = await makeOrg(test.app.get(OrgDatabase), { name: 'Another', timeZone: 'UTC', currency: 'USD', locale: 'en' });
    const { rows } = await test.database.pool.query<{ id: string }>(
      `insert into guanxi.identity_provider (id, org_id, name, active, issuer, client_id, client_secret, scopes, domains, trusts_email, makes_users, ends_there, default_permission_sets, group_claim, mappings, needs_group)
       select gen_random_uuid(), $1, 'Another', active, issuer, client_id, client_secret, scopes, domains, trusts_email, makes_users, ends_there, '{}', null, '[]', false from guanxi.identity_provider where id = $2 returning id`, [org.id, provider]);
    return { id: org.id, provider: rows[0]?.id ?? '' };
  }
});
