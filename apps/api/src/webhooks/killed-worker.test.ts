import { once } from 'node:events';
import { Actors } from '../access/actors.js';
import { startDealOffice, type DealOffice } from '../changes/testing/deal-office.js';
import { until } from '../testing/until.js';
import { OrgDatabase } from '../database/org-database.js';
import { RecordWriter } from '../records/record-writer.js';
import { startReceiver, type Receiver } from './testing/receiver.js';

const deals = 300;
const kills = 2;

describe('a worker that is killed while it sends', () => {
  let office: DealOffice;
  let receiver: Receiver;
  beforeAll(async () => {
    office = await startDealOffice('killed sender', { WEBHOOK_ALLOW: '127.0.0.1' });
    receiver = await startReceiver();
  });
  afterAll(async () => {
    await receiver.close();
    await office.test.close();
  });

  const startWorker = () => office.test.startProcess('worker', { WEBHOOK_ALLOW: '127.0.0.1' });

  it('leaves nothing out and changes no order; what was under way comes again under its id', async () => {
    const { app, org } = office.test;
    await office.ask(office.admin, 'mutation ($input: WebhookInput!) { createWebhook(input: $input) { secret } }', { input: { name: 'All', url: receiver.url, subjects: [{ object: 'Deal' }], kinds: ['created'] } });
    const actor = await app.get(Actors).forSystem(org, 'import');
    const names = Array.from({ length: deals }, (_, index) => `Deal ${index}`);
    for (let from = 0; from < deals; from += 50) {
      await app.get(OrgDatabase).transaction(org, (tx) => app.get(RecordWriter).create(tx, actor, 'Deal', names.slice(from, from + 50).map((name) => ({ name }))));
    }
    for (let kill = 0; kill < kills; kill += 1) {
      const before = receiver.received.length;
      const worker = startWorker();
      const exited = once(worker, 'exit');
      await until(() => receiver.received.length > before + 5);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 50));
      worker.kill('SIGKILL');
      await exited;
    }
    const worker = startWorker();
    const exited = once(worker, 'exit');
    const inOrder = () => [...new Map(receiver.received.map(({ headers, body }) => [headers['webhook-id'], body.data.record?.['name']])).values()];
    await until(() => inOrder().length === deals);
    worker.kill('SIGTERM');
    await exited;
    expect(inOrder()).toEqual(names);
    expect(receiver.received.length).toBeLessThanOrEqual(deals + kills);
  }, 600_000);
});
