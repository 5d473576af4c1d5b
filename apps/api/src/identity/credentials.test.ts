import { argon2id } from 'hash-wasm';
import { startMailCatcher, type MailCatcher } from '../mail/testing/mail-catcher.js';
import { totpAt } from './factors/totp-code.js';
import { MailSender } from '../mail/mail-sender.js';
import { ADMIN, startTestApp, type Answer, type Caller, type TestApp } from '../testing/test-app.js';
import { Aside } from './aside.js';
import { Attempts } from './attempts.js';

const INVITE = 'mutation ($input: InviteInput!) { inviteUsers(input: $input) { email link user { id name status locale } problems { code message } } }';
type Invited = { inviteUsers: { email: string; link: string | null; user: { id: string; name: string; status: string; locale: string } | null; problems: { code: string; message: string }[] }[] };

describe('credentials', () => {
  let test: TestApp;
  let admin: Caller;
  let catcher: MailCatcher;

  beforeAll(async () => {
    catcher = await startMailCatcher();
    test = await startTestApp('credentials', { SMTP_URL: `smtp://127.0.0.1:${catcher.port}?tls=none`, MAIL_FROM: 'crm@example.com', GUANXI_URL: 'https://crm.example.com/', MAIL_RATE: '1000' });
    admin = await test.signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(async () => {
    await test.close();
    await catcher.close();
  });

  const post = (url: string, payload: object, { address = '192.0.2.1', headers = {} }: { address?: string; headers?: Record<string, string> } = {}) =>
    test.app.inject({ method: 'POST', url, payload, remoteAddress: address, headers });
  const signInFrom = (address: string, email: string, password: string, headers = {}) => post('/auth/sign-in', { email, password }, { address, headers });
  const send = async () => {
    await test.app.get(Aside).settled();
    await test.app.get(MailSender, { strict: false }).work(test.org);
  };
  const mailTo = (address: string) => catcher.caught.filter(({ envelopeTo }) => envelopeTo.includes(address));
  const tokenIn = (address: string) => /#([\w-]{43})/.exec(mailTo(address).at(-1)?.parsed.text ?? '')?.[1] ?? '';
  const invite = async (emails: readonly string[], more: object = {}) => {
    const answer: Answer<Invited> = await admin.ask<Invited>(INVITE, { input: { people: emails.map((email) => ({ email })), permissionSets: ['sales'], ...more } });
    if (!answer.data) throw new Error(JSON.stringify(answer.errors));
    return answer.data.inviteUsers;
  };
  const makeUser = async (email: string, password = 'a good password') => {
    const answer = await admin.ask<{ createUser: { id: string } }>('mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name: 'Somebody Else', email, password, permissionSets: ['sales'] } });
    if (!answer.data) throw new Error(JSON.stringify(answer.errors));
    return answer.data.createUser.id;
  };

  describe('invitations', () => {
    it('go to every address that is right, in the language of the invited, and say what is wrong with the others', async () => {
      const invited = await invite(['mei.lin@example.com', 'not an address', 'MEI.LIN@example.com', ADMIN.email], { locale: 'zh-TW' });
      expect(invited.map(({ problems }) => problems[0]?.code)).toEqual([undefined, 'email', 'twice', 'taken']);
      expect(invited[0]).toMatchObject({ link: null, user: { name: 'Mei Lin', status: 'INVITED', locale: 'zh-TW' } });
      await send();
      expect(mailTo('mei.lin@example.com')[0]?.parsed).toMatchObject({ subject: expect.stringContaining('邀請您加入') as string, html: expect.stringContaining('href="https://crm.example.com/invitation#') as string });
    });

    it('let somebody in once, with a password of their own', async () => {
      const token = tokenIn('mei.lin@example.com');
      expect((await post('/auth/link', { token, purpose: 'invitation' })).json()).toEqual({ email: 'mei.lin@example.com', name: 'Mei Lin', org: 'My organisation', locale: 'zh-TW', shortestPassword: 12 });
      expect((await post('/auth/link', { token, purpose: 'reset' })).statusCode).toBe(404);
      for (const password of ['password1', 'aaaaaaaaaa', 'meilin123', 'short']) expect((await post('/auth/password', { token, purpose: 'invitation', password })).statusCode).toBe(422);
      const accepted = await post('/auth/password', { token, purpose: 'invitation', name: '林美', password: 'four plain words here' });
      expect([accepted.statusCode, accepted.cookies.map(({ name }) => name)]).toEqual([204, ['guanxi_session', 'guanxi_device']]);
      expect((await post('/auth/password', { token, purpose: 'invitation', password: 'four other words here' })).statusCode).toBe(404);
      const { data } = await admin.ask<{ users: { email: string; name: string; status: string }[] }>('{ users { email name status } }');
      expect(data?.users).toContainEqual({ email: 'mei.lin@example.com', name: '林美', status: 'ACTIVE' });
    });

    it('are replaced when they are sent again, and worth nothing when they are taken back', async () => {
      const [invited] = await invite(['later@example.com']);
      await send();
      const first = tokenIn('later@example.com');
      const id = invited?.user?.id ?? '';
      expect((await invite(['later@example.com']))[0]?.problems[0]?.code).toBe('invited');
      await admin.ask('mutation ($id: ID!) { resendInvitation(userId: $id) { link } }', { id });
      await send();
      const second = tokenIn('later@example.com');
      const works = async (token: string) => (await post('/auth/link', { token, purpose: 'invitation' })).statusCode;
      expect([second === first, await works(first), await works(second)]).toEqual([false, 404, 200]);
      expect((await admin.ask('mutation ($id: ID!) { revokeInvitation(userId: $id) { status } }', { id })).data).toEqual({ revokeInvitation: { status: 'INACTIVE' } });
      expect(await works(second)).toBe(404);
      await test.database.pool.query(`update guanxi."user" set role = 'gone', teams = '{gone}' where id = $1`, [id]);
      expect((await invite(['later@example.com']))[0]).toMatchObject({ user: { status: 'INVITED' }, problems: [] });
      const { rows } = await test.database.pool.query('select role, teams from guanxi."user" where id = $1', [id]);
      expect(rows).toEqual([{ role: null, teams: [] }]);
    });

    it('are no way in without a password, and no admin until they are accepted', async () => {
      await invite(['boss@example.com'], { permissionSets: ['admin'] });
      expect((await signInFrom('192.0.2.9', 'boss@example.com', '')).statusCode).toBe(401);
      const { data } = await admin.ask<{ session: { user: { id: string } } }>('{ session { user { id } } }');
      const answer = await admin.ask('mutation ($id: ID!) { updateUser(id: $id, input: { permissionSets: [] }) { id } }', { id: data?.session.user.id });
      expect(answer.errors?.[0]?.extensions.problems?.[0]?.code).toBe('lastAdmin');
    });

    it('are sent by nobody without the right, and end after a week', async () => {
      await makeUser('plain@example.com');
      const plain = await test.signIn('plain@example.com', 'a good password');
      expect((await plain.ask(INVITE, { input: { people: [{ email: 'x@example.com' }], permissionSets: [] } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      await invite(['slow@example.com']);
      await send();
      await test.database.pool.query("update guanxi.ticket set expires_at = expires_at - interval '7 days' where purpose = 'invitation'");
      expect((await post('/auth/link', { token: tokenIn('slow@example.com'), purpose: 'invitation' })).statusCode).toBe(404);
    });
  });

  describe('new passwords', () => {
    it('are answered alike whether there is such a person or not, and sent only to who there is', async () => {
      await makeUser('forgetful@example.com');
      const [known, nobody] = [await post('/auth/reset', { email: 'forgetful@example.com' }), await post('/auth/reset', { email: 'nobody@example.com' })];
      expect([known.statusCode, known.body, nobody.statusCode, nobody.body]).toEqual([204, '', 204, '']);
      await send();
      expect([mailTo('forgetful@example.com').length, mailTo('nobody@example.com').length]).toEqual([1, 0]);
      expect(tokenIn('forgetful@example.com')).not.toBe('');
    });

    it('never lead to the host that a stranger names', async () => {
      await post('/auth/reset', { email: 'forgetful@example.com' }, { headers: { host: 'evil.example' } });
      await send();
      expect(mailTo('forgetful@example.com').at(-1)?.raw).not.toContain('evil.example');
    });

    it('end every session, and the link works once', async () => {
      const before = await test.signIn('forgetful@example.com', 'a good password');
      const token = tokenIn('forgetful@example.com');
      expect((await post('/auth/password', { token, purpose: 'reset', password: 'remembered at last' })).statusCode).toBe(204);
      expect((await before.ask('{ session { isAdmin } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect((await post('/auth/password', { token, purpose: 'reset', password: 'remembered again' })).statusCode).toBe(404);
      expect((await signInFrom('192.0.2.1', 'forgetful@example.com', 'remembered at last')).statusCode).toBe(204);
      await send();
      expect(mailTo('forgetful@example.com').map(({ parsed }) => parsed.subject)).toEqual(expect.arrayContaining(['Your password was changed', 'A sign-in from a device that is new']));
    });

    it('flood nobody: three mails an hour, and a network is stopped', async () => {
      await makeUser('flooded@example.com');
      const codes = [];
      for (let count = 0; count < 11; count += 1) codes.push((await post('/auth/reset', { email: 'flooded@example.com' }, { address: '198.51.100.20' })).statusCode);
      expect([codes.slice(0, 10).every((code) => code === 204), codes[10]]).toEqual([true, 429]);
      await post('/auth/reset', { email: 'flooded@example.com' }, { address: '198.51.100.21' });
      await send();
      expect(mailTo('flooded@example.com').length).toBeLessThanOrEqual(4);
    });

    it('are sent by an admin too', async () => {
      const id = await makeUser('helped@example.com');
      expect((await admin.ask('mutation ($id: ID!) { sendPasswordReset(userId: $id) { link } }', { id })).data).toEqual({ sendPasswordReset: { link: null } });
      await send();
      expect((await post('/auth/link', { token: tokenIn('helped@example.com'), purpose: 'reset' })).json()).toMatchObject({ email: 'helped@example.com' });
    });
  });

  describe('guessing', () => {
    it('is stopped for a network in every process, with waits that grow', async () => {
      await makeUser('target@example.com');
      const second = await test.startSecond();
      try {
        for (let count = 0; count < 10; count += 1) expect((await signInFrom('198.51.100.30', 'target@example.com', `guess ${count}`)).statusCode).toBe(401);
        const there = () => second.app.inject({ method: 'POST', url: '/auth/sign-in', payload: { email: 'target@example.com', password: 'a good password' }, remoteAddress: '198.51.100.30' });
        const refused = await there();
        expect([refused.statusCode, Number(refused.headers['retry-after']) <= 60]).toEqual([429, true]);
        await test.database.pool.query("update guanxi.attempt set wait_until = now() - interval '1 second' where wait_until is not null");
        await signInFrom('198.51.100.30', 'target@example.com', 'guess again');
        expect(Number((await there()).headers['retry-after'])).toBeGreaterThan(60);
      } finally {
        await second.app.close();
      }
    });

    it('of many at once counts each of them', async () => {
      const codes = await Promise.all(Array.from({ length: 14 }, async (_, index) => (await signInFrom('198.51.100.31', 'nobody-at-all@example.com', `guess ${index}`)).statusCode));
      expect(codes.filter((code) => code === 401).length).toBeLessThanOrEqual(10);
    });

    it('from everywhere keeps the owner out neither on a known device nor on a new one, and they are told once', async () => {
      const known = await signInFrom('203.0.113.5', 'target@example.com', 'a good password');
      const device = known.cookies.find(({ name }) => name === 'guanxi_device')?.value ?? '';
      const attempts = test.app.get(Attempts);
      for (let network = 1; network <= 60; network += 1) await attempts.begin({ address: `2001:db8:${network}::1`, account: 'target@example.com' });
      for (let count = 1; count <= 3; count += 1) expect((await signInFrom(`2001:db8:99::${count}`, 'target@example.com', 'guess')).statusCode).toBe(401);
      expect((await signInFrom('2001:db8:99:0:ffff::4', 'target@example.com', 'guess')).statusCode).toBe(429);
      // The same network as the attacker, where strangers have no try left.
      for (let count = 0; count < 4; count += 1) await signInFrom('203.0.113.6', 'target@example.com', 'guess');
      expect((await signInFrom('203.0.113.6', 'target@example.com', 'a good password')).statusCode).toBe(429);
      expect((await signInFrom('203.0.113.6', 'target@example.com', 'a good password', { cookie: `guanxi_device=${device}` })).statusCode).toBe(204);
      expect((await signInFrom('203.0.113.77', 'target@example.com', 'a good password')).statusCode).toBe(204);
      await send();
      expect(mailTo('target@example.com').filter(({ parsed }) => parsed.subject === 'Somebody tries to sign in as you')).toHaveLength(1);
    });

    it('with somebody else’s device is guessing like any other', async () => {
      const own = await signInFrom('203.0.113.8', ADMIN.email, ADMIN.password);
      const device = own.cookies.find(({ name }) => name === 'guanxi_device')?.value ?? '';
      const codes = [];
      for (let count = 0; count < 4; count += 1) codes.push((await signInFrom('203.0.113.6', 'target@example.com', 'guess', { cookie: `guanxi_device=${device}` })).statusCode);
      expect(codes).toEqual([429, 429, 429, 429]);
    });
  });

  it('takes a hash that was made with less for one as strong as today’s', async () => {
    const id = await makeUser('old@example.com');
    const weak = await argon2id({ password: 'a good password', salt: Buffer.alloc(16, 7), memorySize: 4_096, iterations: 1, parallelism: 1, hashLength: 32, outputType: 'encoded' });
    await test.database.pool.query('update guanxi."user" set password_hash = $1 where id = $2', [weak, id]);
    await test.signIn('old@example.com', 'a good password');
    const { rows } = await test.database.pool.query<{ password_hash: string }>('select password_hash from guanxi."user" where id = $1', [id]);
    expect(rows[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await test.signIn('old@example.com', 'a good password');
  });

  it('over https has cookies that only this host sets, and takes no others', async () => {
    const secure = await startTestApp('credentials-https', { GUANXI_TRUSTED_PROXIES: '1' });
    try {
      const headers = { 'x-forwarded-proto': 'https', 'x-guanxi-request': '1' };
      const signedIn = await secure.app.inject({ method: 'POST', url: '/auth/sign-in', payload: ADMIN, headers });
      const session = signedIn.cookies.find(({ name }) => name === '__Host-guanxi_session');
      expect(session).toMatchObject({ path: '/', secure: true, httpOnly: true });
      const ask = (cookie: string) => secure.app.inject({ method: 'POST', url: '/metadata', headers: { ...headers, cookie }, payload: { query: '{ session { isAdmin } }' } });
      expect((await ask(`__Host-guanxi_session=${session?.value}`)).json()).toEqual({ data: { session: { isAdmin: true } } });
      expect((await ask(`guanxi_session=${session?.value}`)).json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    } finally {
      await secure.close();
    }
  });

  describe('sessions', () => {
    const LIST = '{ sessions { id current method address userAgent } signIns { outcome address } }';
    interface Listed { readonly sessions: { id: string; current: boolean; method: string; address: string }[]; readonly signIns: { outcome: string; address: string }[] }

    it('are listed and ended one by one, by whoever is signed in', async () => {
      await makeUser('many@example.com');
      const [here, there] = [await test.signIn('many@example.com', 'a good password'), await test.signIn('many@example.com', 'a good password')];
      await signInFrom('203.0.113.50', 'many@example.com', 'wrong');
      await test.app.get(Aside).settled();
      const { data } = await here.ask<Listed>(LIST);
      expect(data?.sessions.map(({ current, method }) => [current, method]).sort()).toEqual([[false, 'PASSWORD'], [true, 'PASSWORD']]);
      expect(data?.signIns[0]).toEqual({ outcome: 'WRONG_PASSWORD', address: '203.0.113.50' });
      const other = data?.sessions.find(({ current }) => !current)?.id;
      expect((await here.ask('mutation ($id: ID!) { endSession(id: $id) }', { id: other })).data).toEqual({ endSession: true });
      expect((await there.ask('{ session { isAdmin } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect((await here.ask(LIST)).data).toMatchObject({ sessions: [{ current: true }] });
    });

    it('of others are seen and ended by those who look after people, and by nobody else', async () => {
      const { data } = await admin.ask<{ users: { id: string; email: string }[] }>('{ users { id email } }');
      const id = data?.users.find(({ email }) => email === 'many@example.com')?.id;
      const adminId = data?.users.find(({ email }) => email === ADMIN.email)?.id;
      const many = await test.signIn('many@example.com', 'a good password');
      for (const query of ['query ($id: ID!) { userSessions(userId: $id) { id } }', 'query ($id: ID!) { userSignIns(userId: $id) { id } }', 'mutation ($id: ID!) { endSessions(userId: $id) }']) {
        expect((await many.ask(query, { id: adminId })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      }
      expect((await admin.ask<{ userSessions: unknown[] }>('query ($id: ID!) { userSessions(userId: $id) { id } }', { id })).data?.userSessions).toHaveLength(2);
      expect((await admin.ask('mutation ($id: ID!) { endSessions(userId: $id) }', { id })).data).toEqual({ endSessions: 2 });
      expect((await many.ask('{ session { isAdmin } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    });

    it('end when nobody uses them, and at their end whoever uses them', async () => {
      const [idle, old] = [await test.signIn('many@example.com', 'a good password'), await test.signIn('plain@example.com', 'a good password')];
      await test.database.pool.query(`update guanxi.session s set last_seen_at = now() - interval '8 days' from guanxi."user" u where u.id = s.user_id and u.email = 'many@example.com'`);
      await test.database.pool.query(`update guanxi.session s set created_at = now() - interval '15 days' from guanxi."user" u where u.id = s.user_id and u.email = 'plain@example.com'`);
      for (const caller of [idle, old]) expect((await caller.ask('{ session { isAdmin } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    });

    it('get another token when rights change; the one before ends soon after', async () => {
      const id = await makeUser('rising@example.com');
      const rising = await test.signIn('rising@example.com', 'a good password');
      await admin.ask('mutation ($id: ID!) { updateUser(id: $id, input: { permissionSets: [] }) { id } }', { id });
      const ask = (cookie: string) => test.app.inject({ method: 'POST', url: '/metadata', headers: { cookie, 'x-guanxi-request': '1' }, payload: { query: '{ session { permissionSets } }' } });
      const answer = await ask(rising.cookie);
      const next = answer.cookies.find(({ name }) => name === 'guanxi_session')?.value;
      expect([answer.json(), typeof next]).toEqual([{ data: { session: { permissionSets: [] } } }, 'string']);
      expect((await ask(`guanxi_session=${next}`)).json()).toEqual({ data: { session: { permissionSets: [] } } });
      await test.database.pool.query("update guanxi.session set previous_until = now() - interval '1 second' where previous_until is not null");
      await admin.ask('mutation ($id: ID!) { updateUser(id: $id, input: { locale: "en" }) { id } }', { id });
      expect((await ask(rising.cookie)).json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    });
  });

  it('tell their person what becomes of them, in their language and at the address they had', async () => {
    const told = async (address: string) => {
      await send();
      return mailTo(address).map(({ parsed }) => parsed.subject);
    };
    const id = await makeUser('mei.told@example.com');
    await test.database.pool.query("update guanxi.\"user\" set locale = 'zh-TW' where id = $1", [id]);
    const mei = await test.signIn('mei.told@example.com', 'a good password');
    expect(await told('mei.told@example.com')).toEqual([]);
    const started = await mei.ask<{ startTotp: { secret: string } }>('mutation { startTotp { secret } }');
    await mei.ask('mutation ($code: String!) { confirmTotp(code: $code) { recoveryCodes } }', { code: totpAt(started.data?.startTotp.secret ?? '', new Date()) });
    await mei.ask('mutation { makeRecoveryCodes }');
    await mei.ask('mutation { removeTotp { required } }');
    await test.signIn('mei.told@example.com', 'a good password');
    await admin.ask('mutation ($id: ID!) { updateUser(id: $id, input: { password: "quite another password" }) { id } }', { id });
    expect((await told('mei.told@example.com')).toSorted()).toEqual(['已新增驗證器應用程式', '已產生新的復原碼', '已移除驗證器應用程式', '有新裝置登入', '管理員設定了新密碼'].toSorted());
    expect(mailTo('mei.told@example.com')[0]?.parsed.text).toContain('127.0.0.1');
    const { data } = await admin.ask<{ createScimToken: { token: string } }>('mutation { createScimToken(name: "Directory") { token } }');
    const scim = (method: 'POST' | 'PUT', url: string, userName: string) => test.app.inject({ method, url: `/scim/v2${url}`, headers: { authorization: `Bearer ${data?.createScimToken.token ?? ''}`, 'content-type': 'application/scim+json' }, payload: JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName, displayName: 'Moved', active: true, preferredLanguage: 'zh-CN' }) });
    const { id: moved } = (await scim('POST', '/Users', 'scim.old@example.com')).json<{ id: string }>();
    await scim('PUT', `/Users/${moved}`, 'scim.new@example.com');
    expect([await told('scim.old@example.com'), await told('scim.new@example.com')]).toEqual([['您账号的电子邮件地址已更改'], ['您账号的电子邮件地址已更改']]);
  });
});
