import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { KeyRotation } from '../../encryption/key-rotation.js';
import { DEFAULT_POLICY, SignInPolicies } from '../../federation/sign-in-policies.js';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';
import { SoftAuthenticator, type Manners } from './testing/soft-authenticator.js';
import { totpAt } from './totp-code.js';

const ORIGIN = 'http://localhost';
const PASSWORD = 'a good password';

interface Summary {
  readonly totpSince: string | null;
  readonly recoveryCodesLeft: number;
  readonly passkeys: readonly { readonly id: string; readonly name: string; readonly lastUsedAt: string | null; readonly lastUsedAddress: string | null }[];
}

describe('second factors', () => {
  let test: TestApp;
  let admin: Caller;

  beforeAll(async () => {
    test = await startTestApp('factors');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(() => test.close());

  const post = (url: string, payload: object, remoteAddress = '192.0.2.1') => test.app.inject({ method: 'POST', url, payload, remoteAddress, headers: { host: 'localhost' } });
  const firstStep = (email: string) => post('/auth/sign-in', { email, password: PASSWORD });
  const ticketFor = async (email: string) => (await firstStep(email)).json<{ next: string; ticket: string; factors: string[] }>();
  const summaryOf = async (caller: Caller) => (await caller.ask<{ factors: Summary }>('{ factors { totpSince recoveryCodesLeft passkeys { id name lastUsedAt lastUsedAddress } } }')).data?.factors;

  async function makePerson(email: string, permissionSets: readonly string[] = []): Promise<{ id: string; caller: Caller }> {
    const made = await admin.ask<{ createUser: { id: string } }>('mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name: email, email, password: PASSWORD, permissionSets } });
    return { id: made.data?.createUser.id ?? '', caller: await test.signIn(email, PASSWORD) };
  }

  /** Sets up an app; answers its secret and the first recovery codes. */
  async function setUpTotp(caller: Caller): Promise<{ secret: string; codes: readonly string[] }> {
    const started = await caller.ask<{ startTotp: { secret: string } }>('mutation { startTotp { secret uri svg } }');
    const secret = started.data?.startTotp.secret ?? '';
    // The code before the present one, so that the present one is still there for a sign-in.
    const done = await caller.ask<{ confirmTotp: { recoveryCodes: string[] | null } }>('mutation ($code: String!) { confirmTotp(code: $code) { recoveryCodes } }', { code: totpAt(secret, new Date(Date.now() - 30_000)) });
    expect(done.errors).toBeUndefined();
    return { secret, codes: done.data?.confirmTotp.recoveryCodes ?? [] };
  }

  async function addPasskey(caller: Caller, name: string): Promise<SoftAuthenticator> {
    const device = new SoftAuthenticator(ORIGIN);
    const started = await caller.ask<{ startPasskey: PublicKeyCredentialCreationOptionsJSON }>('mutation { startPasskey }');
    const options = started.data?.startPasskey;
    if (!options) throw new Error('No passkey could be started.');
    const added = await caller.ask('mutation ($name: String!, $response: JSON!) { addPasskey(name: $name, response: $response) { recoveryCodes } }', { name, response: device.create(options) });
    expect(added.errors).toBeUndefined();
    return device;
  }

  async function signInAlone(device: SoftAuthenticator, manners: Manners = {}) {
    const asked = await post('/auth/passkey/options', {});
    return post('/auth/passkey', { response: device.get(asked.json<PublicKeyCredentialRequestOptionsJSON>(), manners) });
  }

  it('ask for a code after the password, which counts once', async () => {
    const { caller } = await makePerson('totp@example.com');
    const { secret, codes } = await setUpTotp(caller);
    expect(codes).toHaveLength(10);
    const first = await firstStep('totp@example.com');
    expect(first.statusCode).toBe(200);
    expect(first.cookies).toEqual([]);
    const { next, ticket, factors } = first.json<{ next: string; ticket: string; factors: string[] }>();
    expect([next, factors]).toEqual(['factor', ['totp', 'recovery']]);
    const code = totpAt(secret, new Date());
    const wrong = await post('/auth/factor', { ticket, kind: 'totp', code: code === '000000' ? '000001' : '000000' });
    expect([wrong.statusCode, wrong.json<{ code: string }>().code]).toEqual([401, 'UNAUTHENTICATED']);
    const right = await post('/auth/factor', { ticket, kind: 'totp', code });
    expect(right.statusCode).toBe(204);
    expect(right.headers['set-cookie']).toEqual(expect.arrayContaining([expect.stringMatching(/guanxi_session=.*HttpOnly/)]));
    // Neither the ticket nor the code is good for a second time.
    expect((await post('/auth/factor', { ticket, kind: 'totp', code: totpAt(secret, new Date(Date.now() + 30_000)) })).json()).toMatchObject({ reason: 'ticket' });
    expect((await post('/auth/factor', { ticket: (await ticketFor('totp@example.com')).ticket, kind: 'totp', code })).statusCode).toBe(401);
  });

  it('make who guesses wait, wherever they guess from and after a restart, and let recovery codes through', async () => {
    const { caller } = await makePerson('guess@example.com');
    const { secret, codes } = await setUpTotp(caller);
    const { ticket } = await ticketFor('guess@example.com');
    const right = totpAt(secret, new Date());
    const guesses = Array.from({ length: 8 }, (_, index) => String((Number(right) + 1_000 + index) % 1_000_000).padStart(6, '0'));
    const answers = await Promise.all(guesses.map((code, index) => post('/auth/factor', { ticket, kind: 'totp', code }, `203.0.113.${index}`)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    const second = await test.startSecond();
    const elsewhere = await second.app.inject({ method: 'POST', url: '/auth/factor', payload: { ticket, kind: 'totp', code: right }, remoteAddress: '198.51.100.1' });
    await second.app.close();
    expect([elsewhere.statusCode, elsewhere.headers['retry-after']]).toEqual([429, expect.stringMatching(/^\d+$/)]);
    expect((await post('/auth/factor', { ticket, kind: 'recovery', code: codes[0] ?? '' })).statusCode).toBe(204);
  });

  it('take each recovery code once, however it is typed, and tell how many are left', async () => {
    const { caller } = await makePerson('codes@example.com');
    expect((await caller.ask('mutation { makeRecoveryCodes }')).errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
    const { codes } = await setUpTotp(caller);
    const code = (codes[3] ?? '').toUpperCase().replaceAll('-', ' ');
    const use = async (typed: string) => (await post('/auth/factor', { ticket: (await ticketFor('codes@example.com')).ticket, kind: 'recovery', code: typed })).statusCode;
    expect(await use(code)).toBe(204);
    expect(await use(code)).toBe(401);
    expect((await summaryOf(caller))?.recoveryCodesLeft).toBe(9);
    const fresh = (await caller.ask<{ makeRecoveryCodes: string[] }>('mutation { makeRecoveryCodes }')).data?.makeRecoveryCodes ?? [];
    expect(new Set([...codes, ...fresh]).size).toBe(20);
    expect((await summaryOf(caller))?.recoveryCodesLeft).toBe(10);
    expect(await use(codes[5] ?? '')).toBe(401);
    expect(await use(fresh[0] ?? '')).toBe(204);
    const { rows } = await test.database.pool.query<{ code_hash: string }>('select code_hash from guanxi.recovery_code');
    expect(rows.every(({ code_hash: hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  it('keep their secrets encrypted, also when the key changes', async () => {
    const { id, caller } = await makePerson('secret@example.com');
    const { secret } = await setUpTotp(caller);
    const stored = async () => (await test.database.pool.query<{ secret: string }>('select secret from guanxi.totp where user_id = $1', [id])).rows[0]?.secret ?? '';
    const before = await stored();
    expect(before).toMatch(/^g1:/);
    expect(await test.app.get(KeyRotation).rotate(() => undefined, { resume: false })).toBe(0);
    expect((await stored()).split(':')[1]).not.toBe(before.split(':')[1]);
    const { ticket } = await ticketFor('secret@example.com');
    expect((await post('/auth/factor', { ticket, kind: 'totp', code: totpAt(secret, new Date()) })).statusCode).toBe(204);
  });

  it('are changed only soon after signing in or with the password, and never with a key', async () => {
    const { id, caller } = await makePerson('late@example.com');
    await test.database.pool.query("update guanxi.session set created_at = now() - interval '11 minutes' where user_id = $1", [id]);
    const start = 'mutation ($password: String) { startTotp(password: $password) { secret } }';
    const problem = async (password?: string) => (await caller.ask(start, { password })).errors?.[0]?.extensions.problems?.[0];
    expect(await problem()).toMatchObject({ path: '/password', code: 'confirm' });
    expect(await problem('wrong')).toMatchObject({ path: '/password', code: 'wrong' });
    expect(await problem(PASSWORD)).toBeUndefined();
    const made = await caller.ask<{ createApiKey: { key: string } }>('mutation { createApiKey(name: "Key") { key } }');
    const withKey = await test.app.inject({ method: 'POST', url: '/metadata', headers: { authorization: `Bearer ${made.data?.createApiKey.key}` }, payload: { query: start, variables: { password: PASSWORD } } });
    expect(withKey.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });

  it('let somebody in by a passkey alone, and write down when it was used', async () => {
    const { caller } = await makePerson('passkey@example.com');
    const device = await addPasskey(caller, 'Telephone');
    const signedIn = await signInAlone(device);
    expect(signedIn.statusCode).toBe(204);
    const cookie = signedIn.cookies.find(({ name }) => name === 'guanxi_session')?.value ?? '';
    const session = await test.app.inject({ method: 'POST', url: '/metadata', headers: { cookie: `guanxi_session=${cookie}`, 'x-guanxi-request': '1' }, payload: { query: '{ session { user { email } } }' } });
    expect(session.json()).toMatchObject({ data: { session: { user: { email: 'passkey@example.com' } } } });
    expect((await summaryOf(caller))?.passkeys).toEqual([{ id: expect.any(String), name: 'Telephone', lastUsedAt: expect.stringMatching(/Z$/), lastUsedAddress: '192.0.2.1' }]);
    const { rows } = await test.database.pool.query("select method from guanxi.session s join guanxi.\"user\" u on u.id = s.user_id where u.email = 'passkey@example.com' order by s.created_at desc limit 1");
    expect(rows).toEqual([{ method: 'passkey' }]);
  });

  it('take no answer of a passkey that is for another page, of nobody in particular, from a copy, or told twice', async () => {
    const { caller } = await makePerson('careful@example.com');
    const device = await addPasskey(caller, 'Key ring');
    expect((await signInAlone(device, { origin: 'https://guanxi.example.net' })).statusCode).toBe(401);
    expect((await signInAlone(device, { party: 'guanxi.example.net' })).statusCode).toBe(401);
    expect((await signInAlone(device, { verified: false })).statusCode).toBe(401);
    const options = (await post('/auth/passkey/options', {})).json<PublicKeyCredentialRequestOptionsJSON>();
    const response = device.get(options);
    expect((await post('/auth/passkey', { response })).statusCode).toBe(204);
    expect((await post('/auth/passkey', { response })).statusCode).toBe(401);
    expect((await signInAlone(device, { counter: device.counter })).statusCode).toBe(401);
    for (const nonsense of [null, 1, {}, { response: { clientDataJSON: '!' } }, { id: 1, response: { clientDataJSON: 'e30' } }]) expect((await post('/auth/passkey', { response: nonsense })).statusCode).toBe(401);
  });

  it('take a passkey as the second step, of its own person only', async () => {
    const [{ caller: ada }, { caller: eve }] = [await makePerson('ada@example.com'), await makePerson('eve@example.com')];
    const [hers, other] = [await addPasskey(ada, 'Hers'), await addPasskey(eve, 'Other')];
    const { ticket, factors } = await ticketFor('ada@example.com');
    expect(factors).toEqual(['passkey', 'recovery']);
    const ask = async () => (await post('/auth/passkey/options', { ticket })).json<PublicKeyCredentialRequestOptionsJSON>();
    expect((await ask()).allowCredentials?.map(({ id }) => id)).toEqual([hers.id.toString('base64url')]);
    expect((await post('/auth/factor', { ticket, kind: 'passkey', response: other.get(await ask()) })).statusCode).toBe(401);
    // Beside a password the device need not ask who is there.
    expect((await post('/auth/factor', { ticket, kind: 'passkey', response: hers.get(await ask(), { verified: false }) })).statusCode).toBe(204);
  });

  it('can be renamed and removed; codes that stand in for nothing go with the last one', async () => {
    const { caller } = await makePerson('change@example.com');
    await addPasskey(caller, 'Old');
    const id = (await summaryOf(caller))?.passkeys[0]?.id;
    await caller.ask('mutation ($id: ID!) { renamePasskey(id: $id, name: "New") { name } }', { id });
    expect((await summaryOf(caller))?.passkeys[0]?.name).toBe('New');
    expect((await admin.ask('mutation ($id: ID!) { renamePasskey(id: $id, name: "Stolen") { name } }', { id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    await caller.ask('mutation ($id: ID!) { removePasskey(id: $id) { required } }', { id });
    expect(await summaryOf(caller)).toEqual({ totpSince: null, recoveryCodesLeft: 0, passkeys: [] });
    expect((await firstStep('change@example.com')).statusCode).toBe(204);
  });

  it('are taken away by an admin, with a mail and an entry in the trail', async () => {
    const { id, caller } = await makePerson('lost@example.com');
    await setUpTotp(caller);
    const { caller: other } = await makePerson('other@example.com');
    expect((await other.ask('mutation ($id: ID!) { removeFactors(userId: $id) { required } }', { id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await admin.ask('mutation ($id: ID!) { removeFactors(userId: $id) { totpSince recoveryCodesLeft } }', { id })).data).toEqual({ removeFactors: { totpSince: null, recoveryCodesLeft: 0 } });
    expect((await firstStep('lost@example.com')).statusCode).toBe(204);
    const mails = await test.database.pool.query(`select subject from ${test.org.schema}._mail where to_address = 'lost@example.com'`);
    expect(mails.rows).toContainEqual({ subject: 'Your second factors were removed' });
    const trail = await test.database.pool.query<{ kind: string }>('select kind from guanxi.trail where subject_id = $1 order by 1', [id]);
    expect(trail.rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['factorAdded', 'factorRemoved']));
  });

  it('are set up on the way in where the organisation asks for them, and the last one stays', async () => {
    const { caller } = await makePerson('new@example.com');
    await makePerson('device@example.com');
    await test.app.get(SignInPolicies).save(test.org.id, { ...DEFAULT_POLICY, factorRequired: 'everybody' });
    const step = await firstStep('new@example.com');
    const { next, ticket } = step.json<{ next: string; ticket: string }>();
    expect(next).toBe('enrol');
    expect((await post('/auth/factor', { ticket, kind: 'totp', code: '123456' })).json()).toMatchObject({ reason: 'ticket' });
    const { totp } = (await post('/auth/enrol', { ticket, kind: 'totp' })).json<{ totp: { secret: string; svg: string } }>();
    expect(totp.svg).toMatch(/^<svg/);
    expect((await post('/auth/enrol/confirm', { ticket, kind: 'totp', code: '12' })).statusCode).toBe(401);
    const done = await post('/auth/enrol/confirm', { ticket, kind: 'totp', code: totpAt(totp.secret, new Date()) });
    expect(done.json<{ recoveryCodes: string[] }>().recoveryCodes).toHaveLength(10);
    expect(done.cookies.map(({ name }) => name)).toContain('guanxi_session');
    expect((await caller.ask('mutation { removeTotp { required } }')).errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
    const other = await ticketFor('device@example.com');
    const device = new SoftAuthenticator(ORIGIN);
    const { passkey } = (await post('/auth/enrol', { ticket: other.ticket, kind: 'passkey' })).json<{ passkey: PublicKeyCredentialCreationOptionsJSON }>();
    expect((await post('/auth/enrol/confirm', { ticket: other.ticket, kind: 'passkey', name: 'Laptop', response: device.create(passkey) })).statusCode).toBe(200);
    expect((await signInAlone(device)).statusCode).toBe(204);
  });
});
