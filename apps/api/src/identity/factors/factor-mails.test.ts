import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { MailSender } from '../../mail/mail-sender.js';
import { startMailCatcher, type MailCatcher } from '../../mail/testing/mail-catcher.js';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';
import { Aside } from '../aside.js';
import { SoftAuthenticator } from './testing/soft-authenticator.js';
import { totpAt } from './totp-code.js';

const PASSWORD = 'a good password';

/** Through a real SMTP server: what somebody reads who has lost an account is what counts. */
describe('mails about second factors', () => {
  let test: TestApp;
  let admin: Caller;
  let catcher: MailCatcher;

  beforeAll(async () => {
    catcher = await startMailCatcher();
    test = await startTestApp('factor_mails', { SMTP_URL: `smtp://127.0.0.1:${catcher.port}?tls=none`, MAIL_FROM: 'crm@example.com', MAIL_RATE: '1000' });
    admin = await test.signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(async () => {
    await test.close();
    await catcher.close();
  });

  /** What came since the last look, in the order of its subjects. */
  async function caughtBy(email: string) {
    await test.app.get(Aside).settled();
    await test.app.get(MailSender, { strict: false }).work(test.org);
    const own = catcher.caught.filter(({ envelopeTo }) => envelopeTo.includes(email));
    catcher.caught.length = 0;
    return own.map(({ parsed, raw }) => ({ subject: parsed.subject ?? '', text: parsed.text ?? '', html: String(parsed.html), raw })).sort((left, right) => left.subject.localeCompare(right.subject));
  }

  async function makePerson(email: string, locale: string, name = 'Mei Lin') {
    const made = await must<{ createUser: { id: string } }>(admin, 'mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name, email, password: PASSWORD, permissionSets: [], locale } });
    const caller = await test.signIn(email, PASSWORD);
    await caughtBy(email);
    return { id: made.createUser.id, caller };
  }

  async function setUpTotp(caller: Caller) {
    const { startTotp } = await must<{ startTotp: { secret: string } }>(caller, 'mutation { startTotp { secret } }');
    await must(caller, 'mutation ($code: String!) { confirmTotp(code: $code) { recoveryCodes } }', { code: totpAt(startTotp.secret, new Date(Date.now() - 30_000)) });
    return startTotp.secret;
  }

  async function addPasskey(caller: Caller) {
    const { startPasskey } = await must<{ startPasskey: PublicKeyCredentialCreationOptionsJSON }>(caller, 'mutation { startPasskey }');
    await must(caller, 'mutation ($response: JSON!) { addPasskey(name: "Phone", response: $response) { recoveryCodes } }', { response: new SoftAuthenticator('http://localhost').create(startPasskey) });
    const { factors } = await must<{ factors: { passkeys: { id: string }[] } }>(caller, '{ factors { passkeys { id } } }');
    return factors.passkeys[0]?.id ?? '';
  }

  it('come for a passkey that is added and one that is removed, with the address it was done from and the way out', async () => {
    const { caller } = await makePerson('passkey@example.com', 'en');
    const passkey = await addPasskey(caller);
    const [added, ...others] = await caughtBy('passkey@example.com');
    expect([added?.subject, others.map(({ subject }) => subject)]).toEqual(['A passkey was added', []]);
    expect(added?.text).toContain('Address: 127.0.0.1');
    for (const shown of [added?.text, added?.html]) expect(shown).toEqual(expect.stringContaining('If it was not you, change your password'));
    await must(caller, 'mutation ($id: ID!, $password: String!) { removePasskey(id: $id, password: $password) { recoveryCodesLeft } }', { id: passkey, password: PASSWORD });
    expect((await caughtBy('passkey@example.com')).map(({ subject }) => subject)).toEqual(['A passkey was removed']);
  });

  it('come for an app and for recovery codes, in the language of the person, and hold no secret', async () => {
    const { caller } = await makePerson('app@example.com', 'zh-TW');
    const secret = await setUpTotp(caller);
    const [added] = await caughtBy('app@example.com');
    expect(added).toMatchObject({ subject: '已新增驗證器應用程式', html: expect.stringContaining('<html lang="zh-TW">') as string });
    const { makeRecoveryCodes } = await must<{ makeRecoveryCodes: string[] }>(caller, 'mutation ($password: String!) { makeRecoveryCodes(password: $password) }', { password: PASSWORD });
    await must(caller, 'mutation ($password: String!) { removeTotp(password: $password) { totpSince } }', { password: PASSWORD });
    const later = await caughtBy('app@example.com');
    expect(later.map(({ subject }) => subject).sort()).toEqual(['已產生新的復原碼', '已移除驗證器應用程式'].sort());
    for (const { raw, text } of [...(added ? [added] : []), ...later]) for (const hidden of [secret, ...makeRecoveryCodes]) expect([raw.includes(hidden), text.includes(hidden)]).toEqual([false, false]);
  });

  it('name the admin who took everything away', async () => {
    const { id, caller } = await makePerson('lost@example.com', 'zh-CN');
    await addPasskey(caller);
    await caughtBy('lost@example.com');
    await must(admin, 'mutation ($id: ID!) { removeFactors(userId: $id) { recoveryCodesLeft } }', { id });
    const [removed, ...others] = await caughtBy('lost@example.com');
    expect(others).toEqual([]);
    expect(removed?.text).toContain('Admin');
  });

  it('reach somebody whose name has control characters in it', async () => {
    const { id, caller } = await makePerson('control@example.com', 'en');
    await addPasskey(caller);
    await caughtBy('control@example.com');
    await test.database.pool.query(`update guanxi."user" set name = E'Lost\\r\\nBcc: other@example.com' where id = $1`, [id]);
    await must(admin, 'mutation ($id: ID!) { removeFactors(userId: $id) { recoveryCodesLeft } }', { id });
    const [removed] = await caughtBy('control@example.com');
    expect(removed?.subject).toBeDefined();
    expect(removed?.raw).not.toMatch(/^Bcc:/m);
  });

  it('go to nobody for what was refused, and are written where a mail server answers late', async () => {
    const { caller } = await makePerson('refused@example.com', 'en');
    const passkey = await addPasskey(caller);
    await caughtBy('refused@example.com');
    const wrong = await caller.ask('mutation ($id: ID!) { removePasskey(id: $id, password: "a wrong password") { recoveryCodesLeft } }', { id: passkey });
    expect(wrong.errors).toHaveLength(1);
    expect(await caughtBy('refused@example.com')).toEqual([]);
    catcher.manners.onRecipient = () => ({ code: 451, text: 'later' });
    await must(caller, 'mutation ($id: ID!, $password: String!) { removePasskey(id: $id, password: $password) { recoveryCodesLeft } }', { id: passkey, password: PASSWORD });
    expect(await caughtBy('refused@example.com')).toEqual([]);
    catcher.manners.onRecipient = () => undefined;
    await test.database.pool.query(`update ${test.org.schema}._mail set next_attempt_at = now() where status = 'waiting'`);
    expect((await caughtBy('refused@example.com')).map(({ subject }) => subject)).toEqual(['A passkey was removed']);
  });

  async function must<Data>(caller: Caller, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
    const answer = await caller.ask<Data>(query, variables);
    if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  }
});
