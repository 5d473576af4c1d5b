import type { AddressInfo } from 'node:net';
import { Engine } from '../automation/engine.js';
import { startDealOffice, type DealOffice } from '../changes/testing/deal-office.js';
import { publishDocuments } from '../testing/publish-documents.js';
import { until } from '../testing/until.js';
import { Deliverer } from '../webhooks/deliverer.js';
import { startReceiver, type Receiver } from '../webhooks/testing/receiver.js';
import { openCollector, type CollectedSpan } from './testing/collector.js';
import { tracing } from './tracing.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SECRET = 'Wellington';
const stamp = { kind: 'workflow', name: 'stamp', title: 'Stamp', object: 'Deal', trigger: { created: {} }, steps: [{ id: 'step1', action: 'updateRecord', input: { values: { city: "'stamped'" } } }], guanxi: { id: 'w-stamp' } };

describe('traces', () => {
  let collector: Awaited<ReturnType<typeof openCollector>>;
  let office: DealOffice;
  let receiver: Receiver;
  let key = '';

  beforeAll(async () => {
    collector = await openCollector();
    receiver = await startReceiver();
    office = await startDealOffice('traces', { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, WEBHOOK_ALLOW: '127.0.0.1' });
    const { ask, admin } = office;
    key = (await ask<{ createApiKey: { key: string } }>(admin, 'mutation { createApiKey(name: "tracer") { key } }')).createApiKey.key;
    await publishDocuments(admin, [stamp]);
    await ask(admin, 'mutation { activateWorkflow(name: "stamp", includePast: false) { active } }');
    await ask(admin, 'mutation ($input: WebhookInput!) { createWebhook(input: $input) { secret } }', { input: { name: 'Out', subjects: [{ object: 'Deal' }], kinds: ['created'], url: receiver.url } });
  }, 120_000);
  afterAll(async () => {
    await office.test.close();
    expect(tracing.on).toBeUndefined();
    await receiver.close();
    collector.close();
  });

  const spans = (wanted: (span: CollectedSpan) => boolean = () => true) => collector.spans.filter((span) => span.traceId === TRACE && wanted(span));

  it('go on from the request that came in, through the operation and its SQL, to runs and messages out, and tell no value', async () => {
    const { test } = office;
    await test.app.listen(0, '127.0.0.1');
    const { port } = test.app.getHttpServer().address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, traceparent: `00-${TRACE}-b7ad6b7169203331-01` },
      body: JSON.stringify({ query: `mutation Open($data: DealCreate!) { createDeal(data: $data) { id name } twin: createDeal(data: {name: "${SECRET} twin"}) { id } }`, variables: { data: { name: SECRET } } }),
    });
    expect(await answer.json()).toMatchObject({ data: { createDeal: { name: SECRET } } });
    await test.app.get(Engine, { strict: false }).work(test.org);
    await test.app.get(Deliverer, { strict: false }).work(test.org);

    await until(async () => spans(({ name }) => name === 'POST webhook').length > 0 && spans(({ name }) => name === 'POST /graphql').length > 0);
    const [request] = spans(({ name }) => name === 'POST /graphql');
    const [operation] = spans(({ name }) => name === 'mutation Open');
    const [message] = spans(({ name }) => name === 'POST webhook');
    expect(request?.parentSpanId).toBe('b7ad6b7169203331');
    expect(operation?.parentSpanId).toBe(request?.spanId);
    expect(spans(({ name, parentSpanId }) => name === 'SQL' && parentSpanId === operation?.spanId).length).toBeGreaterThan(0);
    expect(spans(({ name, parentSpanId }) => name === 'match events' && parentSpanId === operation?.spanId)).toHaveLength(1);
    expect(spans(({ name, parentSpanId }) => name === 'workflow step updateRecord' && parentSpanId === operation?.spanId)).toHaveLength(1);
    expect(receiver.received[0]?.headers['traceparent']).toBe(`00-${TRACE}-${message?.spanId}-01`);
    const told = collector.texts.join('');
    for (const value of [SECRET, key, 'stamped', receiver.url, 'deal.created', 'insert into']) expect(told).not.toContain(value);
  }, 60_000);
});
