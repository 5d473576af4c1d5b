import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { Webhook as Verifier } from 'standardwebhooks';
import { startDealOffice, type DealOffice } from '../changes/testing/deal-office.js';
import { OrgDatabase } from '../database/org-database.js';
import type { TestProblem } from '../testing/test-app.js';
import { Deliverer } from './deliverer.js';
import { startReceiver, type Receiver } from './testing/receiver.js';

interface Hook { readonly id: string; readonly pausedBecause: string | null; readonly attempts: number; readonly nextAttemptAt: string | null; readonly active: boolean }
interface Delivery { readonly id: string; readonly messageId: string; readonly type: string; readonly status: string; readonly attempts: number; readonly responseStatus: number | null; readonly responseBody: string | null; readonly error: string | null; readonly body: string }

const INPUT = { name: 'Warehouse', subjects: [{ object: 'Deal' }], kinds: ['created', 'updated', 'deleted'] };
const HOOK = 'id pausedBecause attempts nextAttemptAt active';
const DELIVERY = 'id messageId type status attempts responseStatus responseBody error body';

describe('webhooks', () => {
  let office: DealOffice;
  let receiver: Receiver;
  const made: string[] = [];

  beforeAll(async () => {
    office = await startDealOffice('webhooks', { WEBHOOK_ALLOW: '127.0.0.1' });
  });
  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(async () => {
    for (const id of made.splice(0)) await office.ask(office.admin, 'mutation ($id: ID!) { deleteWebhook(id: $id) }', { id });
    await receiver.close();
  });
  afterAll(() => office.test.close());

  const create = async (input: object = {}) => {
    const { createWebhook } = await office.ask<{ createWebhook: { secret: string; webhook: Hook } }>(office.admin, `mutation ($input: WebhookInput!) { createWebhook(input: $input) { secret webhook { ${HOOK} } } }`, { input: { ...INPUT, url: receiver.url, ...input } });
    made.push(createWebhook.webhook.id);
    return { id: createWebhook.webhook.id, secret: createWebhook.secret };
  };
  const work = () => office.test.app.get(Deliverer, { strict: false }).work(office.test.org);
  const deliveries = async (webhookId: string) => (await office.ask<{ webhookDeliveries: readonly Delivery[] }>(office.admin, `query ($id: ID!) { webhookDeliveries(webhookId: $id) { ${DELIVERY} } }`, { id: webhookId })).webhookDeliveries;
  const hook = async (id: string) => (await office.ask<{ webhooks: readonly Hook[] }>(office.admin, `{ webhooks { ${HOOK} } }`)).webhooks.find((one) => one.id === id);
  /** As if the time had come. */
  const comeAgain = (id: string, change = sql`next_attempt_at = now() - interval '1 second'`) => office.test.app.get(OrgDatabase).session(office.test.org).run(sql`update ${orgTable(office.test.org.schema, 'webhook')} set ${change} where id = ${id}::uuid`);

  it('tell what happened, signed, once and in order, with the record as its owner reads it', async () => {
    const { secret, id } = await create({ headers: { 'x-tenant': 'seven' } });
    const deal = await office.createDeal({ name: 'Tea', city: '臺北', margin: '12%', code: 'A123' });
    await office.updateDeal(deal, { city: '臺南' });
    await office.deleteDeal(deal);
    await work();
    expect(receiver.received.map(({ body }) => body.type)).toEqual(['deal.created', 'deal.updated', 'deal.deleted']);
    const [, updated, deleted] = receiver.received;
    expect(updated?.body.data).toMatchObject({ id: deal, object: 'Deal', kind: 'UPDATED', fields: [], record: null });
    expect(deleted?.body.data.record).toBeNull();
    for (const { headers, text } of receiver.received) {
      expect(() => new Verifier(secret).verify(text, headers as Record<string, string>)).not.toThrow();
      expect(headers['x-tenant']).toBe('seven');
    }
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(3);
    await work();
    expect(receiver.received).toHaveLength(3);
    expect(await deliveries(id)).toMatchObject([{ type: 'deal.deleted', status: 'delivered', responseStatus: 200, responseBody: 'ok' }, {}, {}]);
  });

  it('send what is asked for of the records that the filter takes, and no encrypted value unless it is named', async () => {
    await create({ subjects: [{ object: 'Deal', where: { city: { eq: '高雄' } } }] });
    await create({ subjects: [{ object: 'Deal', fields: ['name', 'code', 'owner'] }] });
    await office.createDeal({ name: 'North', city: '基隆' });
    await office.createDeal({ name: 'South', city: '高雄', code: 'A123' });
    await work();
    const told = receiver.received.map(({ body }) => body.data.record);
    expect(told).toHaveLength(3);
    expect(told).toContainEqual(expect.objectContaining({ name: 'South', city: '高雄' }));
    expect(told).toContainEqual({ name: 'South', code: 'A123', ownerId: office.adminId });
    expect(told.find((record) => record?.['city'] === '高雄')).not.toHaveProperty('code');
    expect(JSON.stringify(receiver.received.map(({ text }) => text))).not.toContain('g1:');
  });

  it('keep the order and wait longer and longer while a receiver refuses, then go on', async () => {
    const { id } = await create();
    receiver.answer = (_, count) => (count <= 2 ? { status: 503, text: 'busy', headers: { 'retry-after': '600' } } : { status: 204 });
    await office.createDeal({ name: 'First' });
    await office.createDeal({ name: 'Second' });
    await work();
    expect(await hook(id)).toMatchObject({ attempts: 1, pausedBecause: null });
    expect(Date.parse((await hook(id))?.nextAttemptAt ?? '') - Date.now()).toBeGreaterThan(400_000);
    await work();
    expect(receiver.received).toHaveLength(1);
    await comeAgain(id);
    await work();
    expect(await hook(id)).toMatchObject({ attempts: 2 });
    expect((await deliveries(id))[0]).toMatchObject({ status: 'retrying', attempts: 2, responseStatus: 503, responseBody: 'busy' });
    await comeAgain(id);
    await work();
    expect(receiver.received.map(({ body }) => body.data.record?.['name'])).toEqual(['First', 'First', 'First', 'Second']);
    expect(new Set(receiver.received.slice(0, 3).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await hook(id)).toMatchObject({ attempts: 0, nextAttemptAt: null });
  });

  it('are paused after days of refusals, admins are told, and nothing is lost until they go on', async () => {
    const { id } = await create();
    receiver.answer = () => ({ status: 500 });
    await office.createDeal({ name: 'Kept' });
    await comeAgain(id, sql`attempts = 12`);
    await work();
    expect((await hook(id))?.pausedBecause).toContain('three days');
    const { notifications } = await office.ask<{ notifications: readonly { kind: string; text: string }[] }>(office.admin, '{ notifications { kind text } }');
    expect(notifications[0]).toMatchObject({ kind: 'webhook', text: expect.stringContaining('Warehouse') as unknown });
    await work();
    expect(receiver.received).toHaveLength(1);
    receiver.answer = () => ({ status: 200 });
    await office.ask(office.admin, 'mutation ($id: ID!) { setWebhookActive(id: $id, active: true) { id } }', { id });
    await work();
    expect(receiver.received.at(-1)?.body.data.record).toMatchObject({ name: 'Kept' });
  });

  it('are tested, sent again one by one or from a time on, and sign with both secrets while they change', async () => {
    const { id, secret } = await create();
    const test = await office.ask<{ sendTestWebhook: Delivery }>(office.admin, `mutation ($id: ID!) { sendTestWebhook(id: $id) { ${DELIVERY} } }`, { id });
    expect(test.sendTestWebhook).toMatchObject({ type: 'test', status: 'delivered' });
    const since = new Date();
    await office.createDeal({ name: 'Again' });
    await work();
    const [last] = await deliveries(id);
    receiver.answer = () => ({ status: 400, text: 'no thanks' });
    const again = await office.ask<{ replayWebhookDelivery: Delivery }>(office.admin, `mutation ($id: ID!) { replayWebhookDelivery(id: $id) { ${DELIVERY} } }`, { id: last?.id });
    expect(again.replayWebhookDelivery).toMatchObject({ messageId: last?.messageId, status: 'failed', attempts: 2, responseStatus: 400, responseBody: 'no thanks' });
    receiver.answer = () => ({ status: 200 });
    const rotated = await office.ask<{ rotateWebhookSecret: { secret: string } }>(office.admin, 'mutation ($id: ID!) { rotateWebhookSecret(id: $id) { secret } }', { id });
    await office.ask(office.admin, 'mutation ($id: ID!, $since: DateTime!) { replayWebhook(id: $id, since: $since) { id } }', { id, since });
    await work();
    const sent = receiver.received.at(-1);
    expect(sent?.headers['webhook-id']).toBe(last?.messageId);
    for (const one of [secret, rotated.rotateWebhookSecret.secret]) expect(() => new Verifier(one).verify(sent?.text ?? '', sent?.headers as Record<string, string>)).not.toThrow();
  });

  it('stand still in an org that was restored, and tell of what comes after they are switched on', async () => {
    const { id } = await create();
    await office.createDeal({ name: 'Before' });
    await comeAgain(id, sql`cursor = ${Buffer.from('00000000 ').toString('base64url')}`);
    await work();
    expect(receiver.received).toHaveLength(0);
    expect((await hook(id))?.pausedBecause).toContain('restored');
    await office.ask(office.admin, 'mutation ($id: ID!) { setWebhookActive(id: $id, active: true) { id } }', { id });
    expect(await deliveries(id)).toMatchObject([{ type: 'resumed', status: 'note' }]);
    expect((await office.admin.ask('mutation ($id: ID!) { replayWebhookDelivery(id: $id) { id } }', { id: (await deliveries(id))[0]?.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    await office.createDeal({ name: 'After' });
    await work();
    expect(receiver.received.map(({ body }) => body.data.record?.['name'])).toEqual(['After']);
  });

  it('are refused with everything that is wrong, and only admins see them', async () => {
    const problemsOf = async (input: object) => {
      const answer = await office.admin.ask('mutation ($input: WebhookInput!) { createWebhook(input: $input) { secret } }', { input: { ...INPUT, url: 'https://example.com/', ...input } });
      return ((answer.errors?.[0]?.extensions.problems ?? []) as readonly TestProblem[]).map(({ path }) => path);
    };
    expect(await problemsOf({ name: ' ', url: 'http://example.com/', kinds: ['other'], subjects: [] })).toEqual(['/name', '/url', '/kinds', '/subjects']);
    expect(await problemsOf({ url: 'https://user:secret@example.com/' })).toEqual(['/url']);
    expect(await problemsOf({ subjects: [{ object: 'Deal', where: { town: { eq: 'x' } }, fields: ['nothing'] }, { object: 'Nothing' }] })).toEqual(['/subjects/0/fields', '/subjects/0/where', '/subjects/1/object']);
    expect(await problemsOf({ headers: { host: 'x', 'webhook-id': '1', 'x-ok': 'a\r\nb' } })).toEqual(['/headers/host', '/headers/webhook-id', '/headers/x-ok']);
    expect((await office.bob.ask('{ webhooks { id } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
