import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { Actors } from '../access/actors.js';
import { OrgDatabase } from '../database/org-database.js';
import { RecordWriter } from '../records/record-writer.js';
import { MailSender } from '../mail/mail-sender.js';
import { startMailCatcher, type MailCatcher } from '../mail/testing/mail-catcher.js';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';

const MEI = { email: 'mei@guanxi.local', password: 'another password' };

interface Told { readonly id: string; readonly kind: string; readonly text: string; readonly read: boolean; readonly snoozedUntil: string | null }

describe('what people are told', () => {
  let test: TestApp;
  let admin: Caller;
  let mei: Caller;
  let meiId: string;
  let customerId: string;
  let catcher: MailCatcher;

  beforeAll(async () => {
    catcher = await startMailCatcher();
    test = await startTestApp('notifications', { SMTP_URL: `smtp://127.0.0.1:${catcher.port}?tls=none`, MAIL_FROM: 'crm@example.com', GUANXI_URL: 'https://crm.example.com/' });
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    const { data } = await admin.ask<{ createUser: { id: string } }>('mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input: { name: 'Mei', ...MEI, locale: 'zh-TW', permissionSets: ['sales'] } });
    meiId = data?.createUser.id ?? '';
    mei = await test.signIn(MEI.email, MEI.password);
    const actor = await test.app.get(Actors).forSystem(test.org, 'page');
    const made = await test.app.get(OrgDatabase).transaction(test.org, (tx) => test.app.get(RecordWriter).create(tx, actor, 'Customer', [{ name: '王小明', owner: meiId }]));
    if ('problems' in made) throw new Error(JSON.stringify(made.problems));
    customerId = made.ids[0] ?? '';
  });
  afterAll(async () => {
    await test.close();
    await catcher.close();
  });

  const say = (text: string, mentions: readonly string[] = []) =>
    admin.ask('mutation ($id: ID!, $text: String!, $mentions: [ID!]!) { addComment(object: "Customer", recordId: $id, text: $text, mentions: $mentions) { id } }', { id: customerId, text, mentions });
  const list = async (which = '') => (await mei.ask<{ notifications: Told[] }>(`{ notifications${which} { id kind text read snoozedUntil } }`)).data?.notifications ?? [];
  const texts = async (which = '') => (await list(which)).map(({ text }) => text);
  const choose = (kind: string, shown: boolean, mailed: boolean) =>
    mei.ask('mutation ($kind: String!, $shown: Boolean!, $mailed: Boolean!) { chooseNotifications(kind: $kind, shown: $shown, mailed: $mailed) { kind shown mailed } }', { kind, shown, mailed });
  const mails = () => test.app.get(OrgDatabase).session(test.org).run<{ kind: string; subject: string; body: string; to: string }>(
    sql`select kind, subject, body_text as body, to_address as to from ${orgTable(test.org.schema, 'mail')} where kind = 'notification' order by created_at, id`,
  );

  it('comes again later when it is snoozed, and is unread then', async () => {
    await say('Call her tomorrow.');
    const [told] = await list();
    expect(told).toMatchObject({ kind: 'comment', text: 'Call her tomorrow.', snoozedUntil: null });
    const snooze = (until: string | null) => mei.ask('mutation ($ids: [ID!]!, $until: DateTime) { snoozeNotifications(ids: $ids, until: $until) }', { ids: [told?.id], until });
    await mei.ask('mutation { markRead(all: true) }');
    expect((await snooze(new Date(Date.now() + 3_600_000).toISOString())).data).toEqual({ snoozeNotifications: 0 });
    expect([await texts(), await texts('(snoozed: true)')]).toEqual([[], ['Call her tomorrow.']]);
    expect((await snooze('2020-01-01T00:00:00Z')).errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
    expect((await snooze(null)).data).toEqual({ snoozeNotifications: 1 });
    expect(await list()).toEqual([expect.objectContaining({ text: 'Call her tomorrow.', read: false })]);
  });

  it('is unread again on request, and nobody touches what others were told', async () => {
    const [told] = await list();
    await mei.ask('mutation { markRead(all: true) }');
    expect((await admin.ask('mutation ($ids: [ID!]!) { markUnread(ids: $ids) }', { ids: [told?.id] })).data).toEqual({ markUnread: 0 });
    expect((await list())[0]?.read).toBe(true);
    expect((await mei.ask('mutation ($ids: [ID!]!) { markUnread(ids: $ids) }', { ids: [told?.id] })).data).toEqual({ markUnread: 1 });
  });

  it('goes where each person wants it: the page, a mail in their language, or neither', async () => {
    const before = await texts();
    await choose('comment', false, true);
    await say('By mail alone.');
    expect(await texts()).toEqual(before);
    expect(await mails()).toEqual([expect.objectContaining({ to: MEI.email, subject: 'Admin 發表了留言', body: expect.stringContaining('By mail alone.') as unknown })]);
    await choose('comment', false, false);
    await say('Nowhere.');
    expect([await texts(), (await mails()).length]).toEqual([before, 1]);
    expect((await choose('comment', true, false)).data?.['chooseNotifications']).toContainEqual({ kind: 'comment', shown: true, mailed: false });
    expect((await choose('weather', true, true)).errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
  });

  it('leads from a mail to the very comment, by the address of the page', async () => {
    await test.app.get(MailSender, { strict: false }).work(test.org);
    const { data } = await mei.ask<{ timeline: { items: { id: string; text: string | null }[] } }>('query ($id: ID!) { timeline(object: "Customer", recordId: $id) { items { id text } } }', { id: customerId });
    const comment = data?.timeline.items.find(({ text }) => text === 'By mail alone.')?.id ?? 'none';
    const link = `https://crm.example.com/app/Customer/${customerId}?comment=${comment}`;
    const [mail] = catcher.caught.filter(({ envelopeTo }) => envelopeTo.includes(MEI.email));
    expect([mail?.parsed.text?.trim().split('\n').at(-1), mail?.parsed.html]).toEqual([`開啟留言: ${link}`, expect.stringContaining(`href="${link}">開啟留言</a>`)]);
  });

  it('says nothing more of a record that is muted, but for who is mentioned', async () => {
    const before = await texts();
    expect((await mei.ask('mutation ($id: ID!) { muteRecord(object: "Customer", recordId: $id) }', { id: customerId })).data).toEqual({ muteRecord: true });
    await say('Unheard.');
    await say('You there, @Mei.', [meiId]);
    expect(await texts()).toEqual(['You there, @Mei.', ...before]);
    expect((await mei.ask('{ mutedRecords { object recordId recordName } }')).data).toEqual({ mutedRecords: [{ object: 'Customer', recordId: customerId, recordName: '王小明' }] });
    expect((await mei.ask('mutation ($id: ID!) { unmuteRecord(recordId: $id) }', { id: customerId })).data).toEqual({ unmuteRecord: true });
    await say('Heard.');
    expect((await texts())[0]).toBe('Heard.');
  });
});
