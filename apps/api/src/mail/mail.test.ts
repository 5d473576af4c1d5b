import { readFileSync } from 'node:fs';
import type { MessageTemplateDocument } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { Activations } from '../automation/activations.js';
import { Engine } from '../automation/engine.js';
import { OrgDatabase } from '../database/org-database.js';
import { ADMIN, startTestApp, type Answer, type Caller, type TestApp } from '../testing/test-app.js';
import { MailSender } from './mail-sender.js';
import { openTransport } from './open-transport.js';
import { Outbox } from './outbox.js';
import { parkRestoredMails } from './park-restored.js';
import { sendMail } from './send-mail.js';
import { testServer } from './test-server.js';
import type { MailServer } from './mail-server.js';
import { startMailCatcher, type MailCatcher } from './testing/mail-catcher.js';
import { writeMails } from './write-mails.js';
import { publishDocuments } from '../testing/publish-documents.js';

const welcome: MessageTemplateDocument = {
  kind: 'message-template', name: 'welcome', title: 'Welcome', channel: 'email', object: 'Client',
  subject: 'Welcome, {{ name }}', subjects: { 'zh-TW': '歡迎 {{ name }}' },
  body: '# Hello {{ $Recipient.name }}\n\n{{ name }} is with **{{ $Org.name }}** since {{ since }}: {{ status }}, {{ credit }}.\n\nCared for by {{ owner }}.',
  bodies: { 'zh-TW': '{{ name }}：{{ status }}，{{ since }}，{{ credit }}' }, guanxi: { id: 't-welcome' },
};
const customer = {
  kind: 'object', name: 'Client', title: 'Client', type: 'object', required: ['name'],
  properties: {
    name: { type: 'string', title: 'Name', maxLength: 200, guanxi: { id: 'f-name', type: 'text' } },
    email: { type: 'string', format: 'email', title: 'E-mail', guanxi: { id: 'f-email', type: 'email' } },
    since: { type: 'string', format: 'date', title: 'Since', guanxi: { id: 'f-since', type: 'date' } },
    status: { type: 'string', title: 'Status', enum: ['new', 'old'], guanxi: { id: 'f-status', type: 'picklist', values: [{ value: 'new', label: 'New', labels: { 'zh-TW': '新' } }, { value: 'old', label: 'Old' }] } },
    credit: { type: 'string', title: 'Credit', format: 'decimal', guanxi: { id: 'f-credit', type: 'currency', precision: 12, scale: 2, currency: 'TWD' } },
  },
  guanxi: { id: 'o-client' },
};
const workflow = {
  kind: 'workflow', name: 'greet-clients', title: 'Greet', object: 'Client', trigger: { created: {} }, guanxi: { id: 'w-greet' },
  steps: [
    { id: 'mail', action: 'sendEmail', input: { to: ['email', 'owner'], template: 'welcome' } },
    { id: 'plain', action: 'sendEmail', input: { to: ['email'], subject: "'About ' & name", body: "'Dear ' & name & ', <hello>'" } },
    { id: 'tell', action: 'notify', input: { to: 'owner', template: 'note' } },
  ],
};
const note: MessageTemplateDocument = { kind: 'message-template', name: 'note', title: 'Note', channel: 'notification', object: 'Client', body: 'New: **{{ name }}**', bodies: { 'zh-TW': '新客戶：{{ name }}' }, guanxi: { id: 't-note' } };

describe('mails', () => {
  let test: TestApp;
  let admin: Caller;
  let catcher: MailCatcher;
  let outbox: Outbox;
  let sender: MailSender;

  beforeAll(async () => {
    catcher = await startMailCatcher();
    test = await startTestApp('mail', { WEBHOOK_ALLOW: `127.0.0.1,127.0.0.1:${catcher.port}`, GUANXI_ORG_NAME: '關係貿易', GUANXI_TIME_ZONE: 'Asia/Taipei', GUANXI_CURRENCY: 'TWD' });
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    [outbox, sender] = [test.app.get(Outbox), test.app.get(MailSender, { strict: false })];
    await publish([customer, welcome, note, workflow]);
  });
  afterAll(async () => {
    await test.close();
    await catcher.close();
  });

  const ask = async <Data>(query: string, variables: object = {}, path?: string): Promise<Data> => {
    const answer: Answer<Data> = await admin.ask<Data>(query, variables as never, path);
    if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
  const publish = async (documents: readonly object[]): Promise<void> => {
    await publishDocuments(admin, documents);
  };
  const own = () => ({ host: '127.0.0.1', port: catcher.port, security: 'none', fromName: '關係貿易 客服', fromAddress: 'hello@example.com', replyTo: 'answers@example.com' });
  const save = (input: object) => ask<{ saveMailSettings: { server: string; hasPassword: boolean } }>('mutation ($input: MailSettingsInput!) { saveMailSettings(input: $input) { server hasPassword sender } }', { input });
  const makeCustomer = (data: object) => ask<{ createClient: { id: string } }>('mutation ($data: ClientCreate!) { createClient(data: $data) { id } }', { data }, '/graphql');
  const rows = () => test.app.get(OrgDatabase).session(test.org).run<{ key: string; subject: string; to_address: string; status: string }>(sql`select key, subject, to_address, status from ${orgTable(test.org.schema, 'mail')} order by created_at, id`);

  it('are kept, and fail nothing, while there is no server', async () => {
    const { sendTestMail } = await ask<{ sendTestMail: { status: string; toAddress: string } }>('mutation { sendTestMail { status toAddress } }');
    expect(sendTestMail).toEqual({ status: 'unsent', toAddress: ADMIN.email });
    const { mailSettings, mailCounts } = await ask<{ mailSettings: { server: string }; mailCounts: object }>('{ mailSettings { server } mailCounts { waiting sent parked unsent } }');
    expect(mailSettings.server).toBe('NONE');
    expect(mailCounts).toEqual({ waiting: 0, sent: 0, parked: 0, unsent: 1 });
  });

  it('are written by a step in its transaction, once, each in the language of whoever gets it', async () => {
    await save(own());
    const { users } = await ask<{ users: { id: string }[] }>('{ users { id } }');
    await ask('mutation ($id: ID!) { updateUser(id: $id, input: { locale: "zh-TW" }) { id } }', { id: users[0]?.id });
    await test.app.get(Activations, { strict: false }).activate(test.org, 'greet-clients', true);
    await makeCustomer({ name: '王小明\tBcc', email: 'ming@example.org', since: '2026-11-22', status: 'new', credit: '1250.5' });
    const engine = test.app.get(Engine, { strict: false });
    while (await engine.work(test.org)) { /* until nothing is left */ }
    const before = await rows();
    expect(before.filter(({ key }) => key.startsWith('run:')).map(({ to_address: to, subject }) => [to, subject])).toEqual([
      ['ming@example.org', 'Welcome, 王小明 Bcc'], [ADMIN.email, '歡迎 王小明 Bcc'], ['ming@example.org', 'About 王小明 Bcc'],
    ]);
    while (await sender.work(test.org)) { /* until nothing is left */ }
    const caught = catcher.caught.map(({ parsed, envelopeTo }) => ({ to: envelopeTo, subject: parsed.subject, from: parsed.from?.text, reply: parsed.replyTo?.text }));
    expect(caught).toContainEqual({ to: ['ming@example.org'], subject: 'Welcome, 王小明 Bcc', from: '"關係貿易 客服" <hello@example.com>', reply: 'answers@example.com' });
    const english = catcher.caught.find(({ parsed }) => parsed.subject === 'Welcome, 王小明 Bcc')?.parsed;
    expect(english?.text?.replaceAll(/\s+/g, ' ').trim()).toBe('Hello 王小明 Bcc is with 關係貿易 since November 22, 2026: New, NT$1,250.50. Cared for by Admin.');
    expect(english?.headers.get('auto-submitted')).toBe('auto-generated');
    const chinese = catcher.caught.find(({ parsed }) => parsed.subject?.startsWith('歡迎'))?.parsed;
    expect(chinese?.text?.replaceAll(/\s+/g, ' ').trim()).toBe('王小明 Bcc：新，2026年11月22日，$1,250.50');
    expect(String(chinese?.html)).toContain('lang="zh-TW"');
    const plain = catcher.caught.find(({ parsed }) => parsed.subject?.startsWith('About'))?.parsed;
    expect(String(plain?.html)).toContain('&lt;hello&gt;');
    const { notifications } = await ask<{ notifications: { text: string }[] }>('{ notifications { text } }');
    expect(notifications.map(({ text }) => text)).toContain('新客戶：王小明 Bcc');
  });

  it('are not written again when the step is played again', async () => {
    const database = test.app.get(OrgDatabase);
    const [first] = (await rows()).filter(({ key }) => key.startsWith('run:'));
    const mail = { key: first?.key ?? '', kind: 'workflow' as const, to: { address: 'ming@example.org' }, message: { subject: 'again', text: 'x', html: 'x' }, language: 'en', at: new Date() };
    expect(await database.transaction(test.org, (tx) => writeMails(tx, [mail]))).toEqual(new Set());
  });

  it.each([{ address: 'a@example.org\r\nBcc: b@example.org' }, { address: 'a@example.org, b@example.org' }, { address: 'a@example.org', name: 'A\nBcc: b@example.org' }])('never carry a line break in a header: %j', async (to) => {
    const write = test.app.get(OrgDatabase).transaction(test.org, (tx) => writeMails(tx, [{ key: 'bad', kind: 'test', to, message: { subject: 's', text: 't', html: 'h' }, language: 'en', at: new Date() }]));
    await expect(write).rejects.toThrow(RangeError);
  });

  const put = async (key: string, address = 'someone@example.org'): Promise<string> => test.app.get(OrgDatabase).transaction(test.org, async (tx) => {
    await writeMails(tx, [{ key, kind: 'test', to: { address }, message: { subject: key, text: 't', html: 'h' }, language: 'en', at: new Date() }]);
    return outbox.idOf(tx, key);
  });
  const look = async (id: string) => ({ ...(await outbox.find(test.org, id)), log: await outbox.attemptsOf(test.org, id) });

  it('wait where the server is busy, and are given up where it refuses them', async () => {
    catcher.manners.onRecipient = (address) => (address.startsWith('busy') ? { code: 451, text: 'Try later' } : address.startsWith('nobody') ? { code: 550, text: 'No such user' } : undefined);
    const [busy, nobody, fine] = [await put('busy', 'busy@example.org'), await put('nobody', 'nobody@example.org'), await put('fine')];
    await sender.work(test.org);
    expect(await look(busy)).toMatchObject({ status: 'waiting', attempts: 1, log: [{ outcome: 'retrying', code: 451 }] });
    expect(await look(nobody)).toMatchObject({ status: 'parked', log: [{ outcome: 'parked', code: 550 }] });
    expect((await look(nobody)).failure).toContain('No such user');
    expect(await look(fine)).toMatchObject({ status: 'sent', sentFrom: 'hello@example.com' });
    catcher.manners.onRecipient = undefined as never;
    const { retryMail } = await ask<{ retryMail: { status: string } }>('mutation ($id: ID!) { retryMail(id: $id) { status } }', { id: nobody });
    expect(retryMail.status).toBe('waiting');
    await sender.work(test.org);
    expect(await look(nobody)).toMatchObject({ status: 'sent' });
  });

  it('come again under the same Message-ID when the line breaks', async () => {
    catcher.manners.hangUps = 1;
    const id = await put('dropped');
    await sender.work(test.org);
    const { messageId, status } = await look(id);
    expect(status).toBe('waiting');
    await outbox.retry(test.org, [id]);
    await sender.work(test.org);
    expect(await look(id)).toMatchObject({ status: 'sent', messageId });
    expect(catcher.caught.at(-1)?.parsed.messageId).toBe(messageId);
  });

  it('go out no faster than the org may send', async () => {
    await test.app.get(OrgDatabase).session(test.org).run(sql`delete from ${orgTable(test.org.schema, 'mailAttempt')}`);
    await save({ ...own(), perMinute: 2 });
    const ids = [await put('limit 1'), await put('limit 2'), await put('limit 3')];
    expect(await sender.work(test.org)).toBe(false);
    const states = await Promise.all(ids.map(async (id) => (await look(id)).status));
    expect(states.filter((status) => status === 'sent')).toHaveLength(2);
    await save(own());
    await sender.work(test.org);
  });

  it('are shown as they would be before anything is saved, with what makes no sense', async () => {
    const { createClient: { id } } = await makeCustomer({ name: '<b>Ada</b>', status: 'new' });
    const template = { ...welcome, body: '{{ name }} {{ nmae }}' };
    const query = 'query ($template: JSON!, $recordId: ID, $language: String!) { previewMessage(template: $template, recordId: $recordId, language: $language) { subject text html unresolved { token message } } }';
    const { previewMessage } = await ask<{ previewMessage: { subject: string; text: string; html: string; unresolved: { token: string }[] } }>(query, { template, recordId: id, language: 'en' });
    expect(previewMessage).toMatchObject({ subject: 'Welcome, <b>Ada</b>', text: '<b>Ada</b> {{ nmae }}', unresolved: [{ token: 'nmae' }] });
    expect(previewMessage.html).not.toContain('<b>Ada');
    const bare = await ask<{ previewMessage: { subject: string } }>(query, { template: welcome, language: 'zh-TW' });
    expect(bare.previewMessage.subject).toBe('歡迎 ‹name›');
    const { sendTestMessage } = await ask<{ sendTestMessage: { status: string; subject: string } }>('mutation ($template: JSON!, $recordId: ID) { sendTestMessage(template: $template, language: "zh-TW", recordId: $recordId, to: "try@example.org") { status subject } }', { template: welcome, recordId: id });
    expect(sendTestMessage).toEqual({ status: 'sent', subject: '歡迎 <b>Ada</b>' });
    const note = { ...welcome, channel: 'notification', body: '{{ name }} waits.' };
    expect(await ask('mutation ($template: JSON!, $recordId: ID) { sendTestNotification(template: $template, language: "en", recordId: $recordId) }', { template: note, recordId: id })).toEqual({ sendTestNotification: true });
    const { notifications } = await ask<{ notifications: { kind: string; text: string; recordId: string | null }[] }>('{ notifications { kind text recordId } }');
    expect(notifications[0]).toEqual({ kind: 'workflow', text: '<b>Ada</b> waits.', recordId: id });
  });

  it('of a document are refused with tokens that name nothing, and a step with a template of another object', async () => {
    const documents = [{ ...welcome, body: '{{ nmae }} {{ open' }, { ...workflow, steps: [{ id: 'x', action: 'sendEmail', input: { to: ['email'], template: 'welcomed' } }] }];
    const { saveDraft } = await ask<{ saveDraft: { problems: { path: string; code: string; hint: string | null }[] } }>('mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { path code hint } } }', { documents });
    expect(saveDraft.problems.map(({ path, code }) => [path, code])).toEqual(expect.arrayContaining([
      ['/message-template:welcome/body', 'formula.unknown-field'], ['/message-template:welcome/body', 'message.open-token'], ['/workflow:greet-clients/steps/0/input/template', 'document.unknown'],
    ]));
  });

  it('keep the password of a server to themselves', async () => {
    await save({ ...own(), userName: 'me', password: 'very secret' });
    const [row] = await test.app.get(OrgDatabase).session(test.org).run<{ password: string }>(sql`select password from ${orgTable(test.org.schema, 'mailServer')}`);
    expect(row?.password).toMatch(/^g1:/);
    expect(JSON.stringify(await ask('{ mailSettings { host userName hasPassword } }'))).not.toContain('very secret');
    await save({ ...own(), userName: 'me' });
    const { mailSettings } = await ask<{ mailSettings: { hasPassword: boolean } }>('{ mailSettings { hasPassword } }');
    expect(mailSettings.hasPassword).toBe(true);
    // To another server it does not go along.
    await save({ ...own(), host: 'mail.example.com', port: 587, security: 'starttls', userName: 'me' });
    expect((await ask<{ mailSettings: { hasPassword: boolean } }>('{ mailSettings { hasPassword } }')).mailSettings.hasPassword).toBe(false);
    await save(own());
  });

  it('of an org that was restored wait for a person', async () => {
    const id = await put('restored');
    await parkRestoredMails(test.app.get(OrgDatabase).session(test.org), test.org);
    expect(await look(id)).toMatchObject({ status: 'parked', failure: expect.stringContaining('backup') });
  });

  it('say everything that is wrong with settings at once', async () => {
    const answer = await admin.ask('mutation ($input: MailSettingsInput!) { saveMailSettings(input: $input) { server } }', { input: { host: 'http://x', port: 22, security: 'maybe', fromAddress: 'nobody', replyTo: 'a b', perMinute: 0 } });
    expect(answer.errors?.[0]?.extensions.problems?.map(({ path }) => path)).toEqual(['/host', '/port', '/security', '/fromAddress', '/replyTo', '/perMinute']);
  });
});

describe('a mail server', () => {
  const certificate = { key: readFileSync(new URL('./testing/localhost.key', import.meta.url)), cert: readFileSync(new URL('./testing/localhost.crt', import.meta.url)) };
  const auth = { authOptional: false, allowInsecureAuth: false, onAuth: (given: { username?: string | undefined; password?: string | undefined }, _: unknown, done: (error: Error | null, response?: { user: string }) => void) => (given.password === 'p@ss word' ? done(null, { user: given.username ?? '' }) : done(Object.assign(new Error('Wrong password'), { responseCode: 535 }))) };
  const nobody = new Set<string>();
  const serverAt = (port: number, more: Partial<MailServer> = {}): MailServer => ({ host: 'localhost', port, security: 'tls', from: { address: 'a@example.com' }, perMinute: 60, guarded: false, trusted: certificate.cert.toString(), ...more });
  const mail = { id: '1', toAddress: 'to@example.com', toName: 'To', subject: 'S', text: 'T', html: 'H', language: 'en', unsubscribe: 'https://example.com/stop', messageId: '<1@example.com>', createdAt: new Date() } as never;

  it('is spoken to under TLS, with a name and a password', async () => {
    const catcher = await startMailCatcher({ secure: true, ...certificate, ...(auth as object) });
    const server = serverAt(catcher.port, { userName: 'me', password: 'p@ss word' });
    const transport = openTransport(server, nobody);
    expect(await sendMail(transport, server, mail)).toMatchObject({ outcome: 'sent', code: 250 });
    transport.close();
    expect(catcher.caught[0]).toMatchObject({ secure: true, user: 'me' });
    expect(catcher.caught[0]?.raw).toContain('List-Unsubscribe: <https://example.com/stop>');
    await catcher.close();
  });

  it('that asks for STARTTLS is given nothing before it, and one without it gets nothing at all', async () => {
    const catcher = await startMailCatcher({ secure: false, ...certificate, ...(auth as object) });
    const test = await testServer(serverAt(catcher.port, { security: 'starttls', userName: 'me', password: 'p@ss word' }), nobody);
    expect(test).toMatchObject({ ok: true, failure: '' });
    expect(test.transcript.join('\n')).toContain('STARTTLS');
    expect(test.transcript.join('\n')).not.toContain('p@ss');
    expect(test.transcript.join('\n')).not.toContain(Buffer.from('\0me\0p@ss word').toString('base64'));
    await catcher.close();
    const open = await startMailCatcher();
    expect(await testServer(serverAt(open.port, { security: 'starttls' }), nobody)).toMatchObject({ ok: false });
    await open.close();
  });

  it('with a certificate that nobody knows is not trusted', async () => {
    const catcher = await startMailCatcher({ secure: true, ...certificate });
    const { trusted: _, ...server } = serverAt(catcher.port);
    expect((await testServer(server, nobody)).failure).toMatch(/certificate/);
    await catcher.close();
  });

  it('that does not let us in keeps our mail waiting: tomorrow the password may be right', async () => {
    const catcher = await startMailCatcher({ secure: true, ...certificate, ...(auth as object) });
    const server = serverAt(catcher.port, { userName: 'me', password: 'wrong' });
    const transport = openTransport(server, nobody);
    expect(await sendMail(transport, server, mail)).toMatchObject({ outcome: 'failed', code: 535 });
    transport.close();
    await catcher.close();
  });

  it.each(['127.0.0.1', 'localhost', '10.0.0.1', '169.254.169.254', '[::1]', '0.0.0.0'])('of an org is not looked for inside of our own network: %s', async (host) => {
    const catcher = await startMailCatcher();
    const server = serverAt(587, { guarded: true, security: 'none', host: host.replace(/^\[|\]$/g, '') });
    expect((await testServer(server, nobody)).failure).toMatch(/not allowed|private/i);
    await catcher.close();
  });

  it('of an org listens where mail servers do', async () => {
    expect((await testServer(serverAt(22, { guarded: true, security: 'none', host: 'example.com' }), nobody)).failure).toContain('Port 22');
  });
});
