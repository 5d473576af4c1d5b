import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { Activations } from '../automation/activations.js';
import { Engine } from '../automation/engine.js';
import { OrgDatabase } from '../database/org-database.js';
import { MailSender } from '../mail/mail-sender.js';
import { startMailCatcher, type MailCatcher } from '../mail/testing/mail-catcher.js';
import { readSolution } from '../apps/read-solution.js';
import { publishDocuments } from '../testing/publish-documents.js';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../testing/test-app.js';

const client = {
  kind: 'object', name: 'Client', title: 'Client', type: 'object', required: ['name'],
  properties: { name: { type: 'string', title: 'Name', guanxi: { id: 'f-name', type: 'text' } }, email: { type: 'string', format: 'email', title: 'E-mail', guanxi: { id: 'f-email', type: 'email' } } },
  guanxi: { id: 'o-client' },
};
const news = { kind: 'message-template', name: 'news', title: 'News', channel: 'email', object: 'Client', purpose: 'newsletter', subject: 'News for {{ name }}', body: 'Hello {{ name }}', guanxi: { id: 't-news' } };
const send = { kind: 'workflow', name: 'send-news', title: 'Send', object: 'Client', trigger: { created: {} }, guanxi: { id: 'w-news' }, steps: [{ id: 'mail', action: 'sendEmail', input: { to: ['email'], template: 'news' } }] };

describe('consent', () => {
  let test: TestApp;
  let admin: Caller;
  let catcher: MailCatcher;

  beforeAll(async () => {
    catcher = await startMailCatcher();
    test = await startTestApp('consent', { SMTP_URL: `smtp://127.0.0.1:${catcher.port}?tls=none`, MAIL_FROM: 'Shop <shop@example.com>', GUANXI_URL: 'https://crm.example.com' });
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    await publishDocuments(admin, [...(await readSolution('consent')), client, news, send]);
    await test.app.get(Activations, { strict: false }).activate(test.org, 'send-news', true);
  });
  afterAll(async () => {
    await test.close();
    await catcher.close();
  });

  const note = async (address: string, state: string, at: string, purpose = 'newsletter'): Promise<void> => {
    const { errors } = await admin.ask('mutation ($data: ConsentCreate!) { createConsent(data: $data) { id } }', { data: { address, purpose, channel: 'email', state, at } }, '/graphql');
    expect(errors).toBeUndefined();
  };
  const remove = async (address: string, state: string): Promise<void> => {
    const found = await admin.ask<{ consents: { nodes: { id: string }[] } }>('query ($address: String!, $state: String!) { consents(where: { address: { eq: $address }, state: { eq: $state } }) { nodes { id } } }', { address, state }, '/graphql');
    const { errors } = await admin.ask('mutation ($id: ID!) { deleteConsent(id: $id) { id } }', { id: found.data?.consents.nodes[0]?.id }, '/graphql');
    expect(errors).toBeUndefined();
  };
  const meet = async (name: string, email: string): Promise<void> => {
    const { errors } = await admin.ask('mutation ($data: ClientCreate!) { createClient(data: $data) { id } }', { data: { name, email } }, '/graphql');
    expect(errors).toBeUndefined();
  };
  const think = async (): Promise<void> => { const engine = test.app.get(Engine, { strict: false }); while (await engine.work(test.org)) { /* until nothing is left */ } };
  const hand = async (): Promise<void> => { const sender = test.app.get(MailSender, { strict: false }); while (await sender.work(test.org)) { /* until nothing is left */ } };
  const reached = () => catcher.caught.flatMap(({ envelopeTo }) => envelopeTo);
  const mails = () => test.app.get(OrgDatabase).session(test.org).run<{ to: string; status: string; failure: string | null }>(sql`select to_address as "to", status, failure from ${orgTable(test.org.schema, 'mail')} order by id`);

  it('decides by the newest row who is written to, whatever the case of the address', async () => {
    await note('Given@example.org', 'withdrawn', '2026-01-01T00:00:00Z');
    await note('given@example.org', 'given', '2026-02-01T00:00:00Z');
    await note('gone@example.org', 'given', '2026-01-01T00:00:00Z');
    await note('GONE@example.org', 'withdrawn', '2026-02-01T00:00:00Z');
    await remove('gone@example.org', 'withdrawn');
    await note('tie@example.org', 'withdrawn', '2026-01-01T00:00:00Z');
    await note('tie@example.org', 'given', '2026-01-01T00:00:00Z');
    await note('other@example.org', 'given', '2026-01-01T00:00:00Z', 'offers');
    await note('later@example.org', 'given', '2090-01-01T00:00:00Z');
    for (const who of ['given', 'gone', 'tie', 'other', 'later', 'nobody']) await meet(who, `${who}@example.org`);
    await think();
    await hand();
    expect(reached()).toEqual(['given@example.org']);
    const runs = await test.app.get(OrgDatabase).session(test.org).run<{ text: string }>(sql`select steps::text as text from (select to_jsonb(step) as steps from ${orgTable(test.org.schema, 'runStep')} as step) as each`);
    expect(runs.filter(({ text }) => text.includes('There is no consent for newsletter by e-mail.'))).toHaveLength(5);
  });

  it('finds what an address has agreed to by an index', async () => {
    const found = await test.app.get(OrgDatabase).session(test.org).run<{ definition: string }>(sql`select indexdef as definition from pg_indexes where schemaname = ${test.org.schema} and tablename = 'consent' and indexname like '%__consent'`);
    expect(found.map(({ definition }) => definition.split(' USING ')[1])).toEqual(['btree (lower(btrim(address)), purpose)']);
  });

  it('is asked again when a mail is handed over, which carries a way out that works once and for all', async () => {
    const header = String(catcher.caught[0]?.raw);
    expect(header).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/);
    const link = /https:\/\/crm\.example\.com(\/unsubscribe\/[^\s"<>]+)/.exec(catcher.caught[0]?.parsed.text ?? '')?.[1] ?? '';
    const look = await test.app.inject({ method: 'GET', url: link, headers: { 'accept-language': 'zh-TW,en;q=0.5' } });
    expect([look.statusCode, look.body.includes('要取消訂閱嗎？'), look.body.includes('「電子報」'), look.body.includes('<script')]).toEqual([200, true, true, false]);
    await meet('given again', 'given@example.org');
    await think();
    const click = { method: 'POST' as const, url: link, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'List-Unsubscribe=One-Click' };
    expect((await test.app.inject(click)).statusCode).toBe(200);
    expect((await test.app.inject(click)).statusCode).toBe(200);
    await hand();
    expect(reached()).toEqual(['given@example.org']);
    expect((await mails()).at(-1)).toMatchObject({ status: 'parked', failure: 'There is no consent for newsletter by e-mail.' });
    const { data } = await admin.ask<{ consents: { nodes: object[] } }>('{ consents(where: { address: { eq: "given@example.org" }, state: { eq: "withdrawn" } }) { nodes { id } } }', {}, '/graphql');
    // The one from before, and one for both clicks.
    expect(data?.consents.nodes.length).toBe(2);
  });

  it('tells nothing to a link that it did not make', async () => {
    for (const token of ['x', 'g1:a:AAAAAAAAAAAAAAAA:AAAAAAAAAAAAAAAAAAAAAAAA']) expect((await test.app.inject({ method: 'POST', url: `/unsubscribe/${token}` })).statusCode).toBe(404);
  });

  it('refuses a purpose that the ledger does not know', async () => {
    const { data } = await admin.ask<{ saveDraft: { problems: { code: string }[] } }>('mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { code } } }', { documents: [{ ...news, purpose: 'newsleter' }] });
    expect(data?.saveDraft.problems.map(({ code }) => code)).toEqual(['consent.purpose']);
  });
});
