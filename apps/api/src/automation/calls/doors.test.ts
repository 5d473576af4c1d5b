import { randomUUID } from 'node:crypto';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { Webhook as Signer } from 'standardwebhooks';
import { OrgDatabase } from '../../database/org-database.js';
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
    step('ask', 'callOut', { url: `"${url}"`, send: { number: 'number' }, headers: { 'x-ticket': "'no ' & number", 'x-blank': 'note' }, wait: true, statusAs: 'status', keep: [{ name: 'answer', type: 'text', required: true, pointer: '/result/words' }] }, { error: [note("'Failed ' & TEXT($Run.status)")] }),
    note("'Heard ' & $Run.answer"),
  ]),
  workflow('knocks', { button: {} }, [step('knock', 'callOut', { url: `"${url}"`, secretHeaders: ['Authorization'], wait: true, keep: [{ name: 'answer', type: 'text' }] }), note("'Heard ' & $Run.answer")]),
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
    for (const name of ['escalate', 'arrived', 'told', 'asks', 'knocks']) await ask(`mutation { activateWorkflow(name: "${name}", includePast: false) { active } }`);
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
    expect([two?.headers['x-ticket'], two?.headers['x-blank']]).toEqual(['no c-1', undefined]);
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

  it('tells secret headers to their one address and to nobody else; a call without its value is not sent, and may be sent again', async () => {
    const { origin } = new URL(receiver.url);
    const before = receiver.received.length;
    const heard = () => receiver.received.slice(before);
    receiver.answer = ({ headers }) => (headers.authorization === 'Bearer second-secret-4711' ? { status: 200, text: JSON.stringify({ answer: `you said ${headers.authorization}` }) } : { status: 401, text: `no such key: ${headers.authorization ?? ''}` });
    const fields = 'secrets { origin header } outgoing { status error response attempts }';
    const keep = (value: string, at = origin) => admin.ask<{ keepCallSecret: object }>(`mutation($o: String!, $v: String!) { keepCallSecret(workflow: "knocks", origin: $o, header: "Authorization", value: $v) { ${fields} } }`, { o: at, v: value });
    const calls = async () => (await ask<{ workflowCalls: { secrets: object[]; outgoing: { status: string; error: string | null; response: string | null; attempts: number }[] } }>(`{ workflowCalls(workflow: "knocks") { ${fields} } }`)).workflowCalls;
    const runOf = async (id: string) => (await ask<{ runs: { nodes: { id: string; status: string }[] } }>('query($i: ID) { runs(recordId: $i) { nodes { id status } } }', { i: id })).runs.nodes[0];
    const fails = async (id: string, words: string) => {
      await until(async () => (await runOf(id))?.status === 'FAILED' && JSON.stringify((await calls()).outgoing).includes(words), 30_000);
      return (await calls()).outgoing[0];
    };
    const retry = async (id: string) => ask('mutation($id: ID!) { retryRun(id: $id) { id } }', { id: (await runOf(id))?.id });

    expect((await keep('x', 'ftp://example.com')).errors?.[0]?.extensions.problems).toMatchObject([{ path: '/origin' }]);
    expect((await keep('a\nb')).errors?.[0]?.extensions.problems).toMatchObject([{ path: '/value' }]);
    await keep('Bearer of another house', 'https://example.com');
    const id = await create('k-1');
    await press('knocks', [id], 'k1');
    expect(await fails(id, `“Authorization” at ${origin}`)).toMatchObject({ attempts: 1, response: null });
    expect(heard()).toHaveLength(0);

    await keep('Bearer first-secret-4711');
    await retry(id);
    expect(await fails(id, 'no such key')).toMatchObject({ response: 'no such key: •••' });
    expect((await keep('Bearer second-secret-4711')).data?.keepCallSecret).toMatchObject({ secrets: [{ origin, header: 'authorization' }, { origin: 'https://example.com', header: 'authorization' }] });
    await retry(id);
    await comes(id, 'Heard you said •••');
    expect(heard().map(({ headers }) => headers.authorization)).toEqual(['Bearer first-secret-4711', 'Bearer second-secret-4711']);
    expect(new Set(heard().map(({ headers }) => headers['webhook-id'])).size).toBe(1);

    const { dropCallSecret } = await ask<{ dropCallSecret: { secrets: object[] } }>('mutation { dropCallSecret(workflow: "knocks", origin: "https://example.com", header: "authorization") { secrets { origin } } }');
    expect(dropCallSecret.secrets).toEqual([{ origin }]);
    const { schema } = test.org;
    const everything = JSON.stringify(await test.app.get(OrgDatabase, { strict: false }).session(test.org).run(sql`select to_jsonb(s) from ${orgTable(schema, 'callSecret')} s union all select to_jsonb(c) from ${orgTable(schema, 'callOut')} c union all select to_jsonb(r) from ${orgTable(schema, 'runStep')} r`));
    expect(everything).toContain('g1:');
    expect(everything).not.toMatch(/(?:first|second)-secret/);
  }, 60_000);
});
