import { randomUUID } from 'node:crypto';
import { Webhook as Signer } from 'standardwebhooks';
import { Workers } from '../../queue/workers.js';
import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';
import { until } from '../../testing/until.js';
import { startReceiver, type Receiver } from '../../webhooks/testing/receiver.js';
import { publishDocuments } from '../../testing/publish-documents.js';

const text = (id: string, title: string) => ({ type: 'string', title, maxLength: 200, guanxi: { id, type: 'text' } });
const step = (id: string, action: string, input: object, paths?: object) => ({ id, action, input, ...(paths && { paths }) });
const workflow = (name: string, trigger: object, steps: readonly object[], when?: string) => ({ kind: 'workflow', name, title: name, object: 'Ticket', trigger, ...(when && { when }), steps, guanxi: { id: `w-${name}` } });
const note = (formula: string) => step(`n${formula.length}`, 'updateRecord', { values: { note: formula } });

const documents = (url: string): readonly object[] => [
  {
    kind: 'object', name: 'Ticket', title: 'Ticket', type: 'object',
    properties: { number: { ...text('f-number', 'Number'), guanxi: { id: 'f-number', type: 'text', unique: true } }, note: text('f-note', 'Note') },
    required: ['number'], guanxi: { id: 'o-ticket', nameField: 'number' },
  },
  workflow('escalate', { button: { label: 'Escalate', inputs: [{ name: 'reason', title: 'Reason', type: 'text', required: true }, { name: 'hours', type: 'number' }] } }, [note("$Run.reason & ' ' & TEXT($Run.hours)")], "number <> 'closed'"),
  workflow('arrived', { webhook: { inputs: [{ name: 'number', type: 'text', required: true, pointer: '/ticket/number' }, { name: 'words', type: 'text', pointer: '/ticket/words' }], find: { field: 'number', input: 'number' }, create: { number: 'number' } } }, [note("'Said ' & $Run.words")]),
  workflow('told', { event: { name: 'ticket.told', inputs: [{ name: 'words', type: 'text', required: true }] } }, [note("'Told ' & $Run.words")]),
  workflow('asks', { button: {} }, [
    step('ask', 'callOut', { url: `"${url}"`, send: { number: 'number' }, wait: true, statusAs: 'status', keep: [{ name: 'answer', type: 'text', required: true, pointer: '/result/words' }] }, { error: [note("'Failed ' & TEXT($Run.status)")] }),
    note("'Heard ' & $Run.answer"),
  ]),
];

describe('the doors of workflows', () => {
  let test: TestApp;
  let admin: Caller;
  let receiver: Receiver;

  beforeAll(async () => {
    receiver = await startReceiver();
    test = await startTestApp('doors', { WEBHOOK_ALLOW: '127.0.0.1' });
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    await test.app.get(Workers, { strict: false }).start();
    await publishDocuments(admin, documents(receiver.url));
    for (const name of ['escalate', 'arrived', 'told', 'asks']) await ask(`mutation { activateWorkflow(name: "${name}", includePast: false) { active } }`);
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
  const create = async (number: string) => (await ask<{ createTicket: { id: string } }>('mutation($n: String!) { createTicket(data: { number: $n }) { id } }', { n: number }, '/graphql')).createTicket.id;
  const noteOf = async (where: object) => (await ask<{ tickets: { nodes: { id: string; note: string | null }[] } }>('query($w: TicketWhere) { tickets(where: $w) { nodes { id note } } }', { w: where }, '/graphql')).tickets.nodes;
  const comes = (id: string, words: string) => until(async () => (await noteOf({ id: { eq: id } }))[0]?.note === words, 30_000);
  const press = (name: string, ids: readonly string[], key: string, inputs?: object) =>
    admin.ask<{ runWorkflow: { recordId: string; outcome: string; runId: string | null; reason: string | null }[] }>('mutation($n: String!, $i: [ID!]!, $k: String!, $v: JSON) { runWorkflow(name: $n, ids: $i, key: $k, inputs: $v) { recordId outcome runId reason } }', { n: name, i: ids, k: key, v: inputs });

  it('runs a workflow by its button, once for each press, and says of each record what came of it', async () => {
    const { workflowButtons } = await ask<{ workflowButtons: object[] }>('{ workflowButtons(object: "Ticket") { name label inputs { name title type required } } }');
    expect(workflowButtons).toContainEqual({ name: 'escalate', label: 'Escalate', inputs: [{ name: 'reason', title: 'Reason', type: 'text', required: true }, { name: 'hours', title: 'hours', type: 'number', required: false }] });
    const [open, closed] = [await create('b-1'), await create('closed')];
    const wrong = await press('escalate', [open], 'k0', { hours: 'many', more: 1 });
    expect(wrong.errors?.[0]?.extensions.problems?.map(({ path }) => path)).toEqual(['/inputs/more', '/inputs/reason', '/inputs/hours']);
    const first = await press('escalate', [open, closed, randomUUID()], 'k1', { reason: 'late', hours: 2 });
    expect(first.data?.runWorkflow.map(({ outcome }) => outcome)).toEqual(['BEGUN', 'PASSED', 'GONE']);
    const again = await press('escalate', [open], 'k1', { reason: 'late', hours: 2 });
    expect(again.data?.runWorkflow).toMatchObject([{ outcome: 'KNOWN', runId: first.data?.runWorkflow[0]?.runId }]);
    await comes(open, 'late 2');
  });

  it('takes signed calls, each once, and makes the record where there is none', async () => {
    const { makeWorkflowCallSecret: made } = await ask<{ makeWorkflowCallSecret: { secret: string; calls: { address: string } } }>('mutation { makeWorkflowCallSecret(workflow: "arrived", direction: IN) { secret calls { address } } }');
    const send = (id: string, body: string, secret = made.secret, address = made.calls.address) => {
      const at = new Date();
      return test.app.inject({ method: 'POST', url: address, payload: body, headers: { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)), 'webhook-signature': new Signer(secret).sign(id, at, body) } });
    };
    const body = JSON.stringify({ ticket: { number: 'w-1', words: 'hello' } });
    expect((await send('m0', body, `whsec_${Buffer.from('another secret, much longer').toString('base64')}`)).statusCode).toBe(401);
    expect((await test.app.inject({ method: 'POST', url: made.calls.address, payload: body, headers: { 'content-type': 'application/json' } })).statusCode).toBe(401);
    expect((await send('m0', body, made.secret, `/hooks/${'x'.repeat(32)}`)).statusCode).toBe(404);
    expect((await test.app.inject({ method: 'POST', url: made.calls.address, payload: 'x', headers: { 'content-type': 'text/plain' } })).statusCode).toBe(415);
    expect((await send('m0', `{"a":"${'x'.repeat(300_000)}"}`)).statusCode).toBe(413);
    const [one, two] = await Promise.all([send('m1', body), send('m1', body)]);
    expect([one.statusCode, two.statusCode]).toEqual([202, 202]);
    expect([one.json<{ repeated: boolean }>().repeated, two.json<{ repeated: boolean }>().repeated].sort()).toEqual([false, true]);
    await Promise.all(['m2', 'm3', 'm4'].map((id) => send(id, JSON.stringify({ ticket: { number: 'w-2', words: 'hello' } }))));
    const refused = await send('m5', '{"ticket":{}}');
    expect([refused.statusCode, refused.json()]).toMatchObject([422, { code: 'VALIDATION_FAILED', problems: [{ path: '/ticket/number', code: 'input.missing' }] }]);
    const found = await noteOf({ number: { startsWith: 'w-' } });
    expect(found).toHaveLength(2);
    for (const { id } of found) await comes(id, 'Said hello');
    const { workflowCalls: calls } = await ask<{ workflowCalls: { incoming: { messageId: string; outcome: string; made: boolean; runId: string | null }[] } }>('{ workflowCalls(workflow: "arrived") { incoming { messageId outcome made runId } } }');
    expect(calls.incoming.map(({ messageId, outcome }) => `${messageId} ${outcome}`).sort()).toEqual(['m1 begun', 'm2 begun', 'm3 begun', 'm4 begun', 'm5 refused']);
    expect(calls.incoming.filter(({ made: isMade }) => isMade)).toHaveLength(2);
    const rotated = await ask<{ makeWorkflowCallSecret: { secret: string; calls: { address: string } } }>('mutation { makeWorkflowCallSecret(workflow: "arrived", direction: IN) { secret calls { address } } }');
    expect(rotated.makeWorkflowCallSecret.calls.address).toBe(made.calls.address);
    expect([(await send('m6', body)).statusCode, (await send('m7', body, rotated.makeWorkflowCallSecret.secret)).statusCode]).toEqual([202, 202]);
    await ask('mutation { deactivateWorkflow(name: "arrived") { active } }');
    expect((await send('m8', body)).statusCode).toBe(409);
  });

  it('raises events for programs', async () => {
    const id = await create('e-1');
    const raise = (values: object, key: string) => admin.ask<{ raiseEvent: { begun: string[]; woken: number } }>('mutation($i: ID!, $v: JSON, $k: String) { raiseEvent(name: "ticket.told", object: "Ticket", recordId: $i, values: $v, key: $k) { begun woken } }', { i: id, v: values, k: key });
    expect((await raise({}, 'x')).errors?.[0]?.extensions.problems).toMatchObject([{ path: '/values/words' }]);
    expect((await raise({ words: 'so' }, 'x')).data?.raiseEvent).toEqual({ begun: ['told'], woken: 0 });
    expect((await raise({ words: 'so' }, 'x')).data?.raiseEvent).toEqual({ begun: [], woken: 0 });
    await comes(id, 'Told so');
  });

  it('calls another system after the commit, again under the same id until it is taken, and goes on with the answer', async () => {
    receiver.answer = (_, count) => (count === 1 ? { status: 503, headers: { 'retry-after': '1' } } : { status: 200, text: '{"result":{"words":"fine"}}' });
    const { makeWorkflowCallSecret: made } = await ask<{ makeWorkflowCallSecret: { secret: string } }>('mutation { makeWorkflowCallSecret(workflow: "asks", direction: OUT) { secret } }');
    const id = await create('c-1');
    await press('asks', [id], 'k1');
    await comes(id, 'Heard fine');
    const [one, two] = receiver.received;
    expect(receiver.received).toHaveLength(2);
    expect(one?.headers['webhook-id']).toBe(two?.headers['webhook-id']);
    expect(JSON.parse(one?.text ?? '')).toMatchObject({ type: 'workflow.call', data: { workflow: 'asks', recordId: id, values: { number: 'c-1' } } });
    expect(() => new Signer(made.secret).verify(two?.text ?? '', two?.headers as Record<string, string>)).not.toThrow();
  }, 60_000);

  it('goes the way for errors when the other side refuses for good', async () => {
    receiver.answer = () => ({ status: 422, text: 'no' });
    const id = await create('c-2');
    await press('asks', [id], 'k2');
    await until(async () => ((await noteOf({ id: { eq: id } }))[0]?.note ?? null) !== null, 30_000);
    const { runs } = await ask<{ runs: { nodes: { status: string; steps: { id: string; status: string; error: string | null }[] }[] } }>('query($i: ID) { runs(recordId: $i) { nodes { status steps { id status error } } } }', { i: id });
    expect(runs.nodes[0]?.steps.find((one) => one.id === 'ask')).toMatchObject({ status: 'failed', error: 'The call was answered with 422.' });
  }, 60_000);
});
