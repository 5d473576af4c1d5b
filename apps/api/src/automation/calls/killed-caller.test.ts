import { once } from 'node:events';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';
import { until } from '../../testing/until.js';
import { startReceiver, type Receiver } from '../../webhooks/testing/receiver.js';
import { publishDocuments } from '../../testing/publish-documents.js';

const COUNT = 30;

describe('a worker that is killed while it calls', () => {
  let test: TestApp;
  let admin: Caller;
  let receiver: Receiver;
  beforeAll(async () => {
    receiver = await startReceiver();
    test = await startTestApp('killed caller', { WEBHOOK_ALLOW: '127.0.0.1' });
    admin = await test.signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(async () => {
    await test.close();
    await receiver.close();
  });

  const ask = async <Data>(query: string, variables: Readonly<Record<string, unknown>> = {}, path?: string): Promise<Data> => {
    const { data, errors } = await admin.ask<Data>(query, variables, path);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data;
  };
  const text = (id: string, title: string) => ({ type: 'string', title, maxLength: 200, guanxi: { id, type: 'text' } });
  const documents = () => [
    { kind: 'object', name: 'Ticket', title: 'Ticket', type: 'object', properties: { number: text('f-number', 'Number'), note: text('f-note', 'Note') }, guanxi: { id: 'o-ticket', nameField: 'number' } },
    {
      kind: 'workflow', name: 'asks', title: 'Asks', object: 'Ticket', trigger: { created: {} }, guanxi: { id: 'w-asks' },
      steps: [
        { id: 'ask', action: 'callOut', input: { url: `"${receiver.url}"`, wait: true, keep: [{ name: 'answer', type: 'text', required: true }] } },
        { id: 'note', action: 'updateRecord', input: { values: { note: "note & 'x' & $Run.answer" } } },
      ],
    },
  ];
  const startWorker = () => test.startProcess('worker', { WEBHOOK_ALLOW: '127.0.0.1' });

  it('sends again what was under way, under its id, and every run goes on once', async () => {
    await publishDocuments(admin, documents());
    await ask('mutation { activateWorkflow(name: "asks", includePast: false) { active } }');
    await ask('mutation ($data: [TicketCreate!]!) { createTickets(data: $data) { id } }', { data: Array.from({ length: COUNT }, (_, index) => ({ number: `T${index}` })) }, '/graphql');

    // Some are answered, others are under way when the worker dies.
    receiver.answer = (_, count) => (count <= 5 ? { status: 200, text: '{"answer":"y"}' } : undefined);
    const first = startWorker();
    const killed = once(first, 'exit');
    await until(() => receiver.received.length > 6);
    first.kill('SIGKILL');
    await killed;
    receiver.answer = () => ({ status: 200, text: '{"answer":"y"}' });
    const second = startWorker();
    const ended = once(second, 'exit');
    const notes = async () => (await ask<{ tickets: { nodes: { note: string | null }[] } }>(`{ tickets(first: ${COUNT}) { nodes { note } } }`, {}, '/graphql')).tickets.nodes.map(({ note }) => note);
    await until(async () => (await notes()).every((note) => note !== null));
    second.kill('SIGTERM');
    await ended;
    expect(await notes()).toEqual(Array.from({ length: COUNT }, () => 'xy'));
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(COUNT);
    expect(receiver.received.length).toBeGreaterThan(COUNT);
  }, 600_000);
});
