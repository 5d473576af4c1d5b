import { randomUUID } from 'node:crypto';
import { workflowActions as knownActions } from '@guanxi/workflow';
import { Metrics } from '../health/metrics.js';
import { connectRedis } from '../queue/connect-redis.js';
import { Workers } from '../queue/workers.js';
import { startTestApp, ADMIN, type Caller, type TestApp } from '../testing/test-app.js';
import { until } from '../testing/until.js';

const redisUrl = process.env['GUANXI_TEST_REDIS_URL'];
const backends = [
  { name: 'PostgreSQL', environment: {}, run: describe },
  { name: 'Redis (needs GUANXI_TEST_REDIS_URL)', environment: { REDIS_URL: redisUrl ? `${redisUrl}?prefix=${randomUUID()}` : '' }, run: redisUrl ? describe : describe.skip },
];

interface Run {
  readonly id: string;
  readonly workflow: string;
  readonly status: string;
  readonly conditions: unknown;
  readonly steps: readonly { readonly status: string; readonly output: unknown }[];
}

for (const backend of backends) {
  backend.run(`automation with its queue on ${backend.name}`, () => {
    let test: TestApp;
    let admin: Caller;

    beforeAll(async () => {
      test = await startTestApp(`automation ${backend.name}`, backend.environment);
      admin = await test.signIn(ADMIN.email, ADMIN.password);
      await test.app.get(Workers, { strict: false }).start();
    });
    afterAll(() => test.close());

    const ask = async <Data>(query: string, variables: Readonly<Record<string, unknown>> = {}, path?: string): Promise<Data> => {
      const { data, errors } = await admin.ask<Data>(query, variables, path);
      if (errors || !data) throw new Error(JSON.stringify(errors));
      return data;
    };
    const records = <Data>(query: string, variables?: Readonly<Record<string, unknown>>) => ask<Data>(query, variables, '/graphql');
    const createCustomer = async (name: string) =>
      (await records<{ createCustomer: { id: string } }>('mutation($data: CustomerCreate!) { createCustomer(data: $data) { id } }', { data: { name, customerNumber: randomUUID() } })).createCustomer.id;
    const createOrder = (customerId: string, orderedOn: string) =>
      records('mutation($data: OrderCreate!) { createOrder(data: $data) { id } }', { data: { customerId, orderedOn, orderNumber: randomUUID() } });
    const tasks = async (customerId: string) =>
      (await records<{ tasks: { nodes: { subject: string; status: string; type: string }[] } }>('query($id: ID) { tasks(where: { customerId: { eq: $id } }) { nodes { subject status type } } }', { id: customerId })).tasks.nodes;
    const runsOf = async (recordId: string) => (await ask<{ runs: { nodes: Run[] } }>('query($id: ID) { runs(recordId: $id) { nodes { id workflow status conditions steps { status output } } } }', { id: recordId })).runs.nodes;
    const explain = async (workflow: string, recordId: string) =>
      (await ask<{ explain: { ran: boolean; verdict: string; dueAt: string | null } }>('query($w: String!, $id: ID!) { explain(workflow: $w, recordId: $id) { ran verdict dueAt facts { label value holds } run { id } } }', { w: workflow, id: recordId })).explain;

    it('simulates, counts who is past the line, switches on, runs, closes and explains', async () => {
      const [late, fresh] = [await createCustomer('Late'), await createCustomer('Fresh')];
      await createOrder(late, '2020-01-01');
      await createOrder(fresh, new Date().toISOString().slice(0, 10));
      expect((await explain('winback-call', late)).verdict).toContain('switched off');

      const { simulate, simulationRows, pastTheLine } = await ask<Record<string, unknown>>(`{
        simulate(workflow: "winback-call", from: "2020-01-01", to: "2020-03-31") { total records months { month count } limits }
        simulationRows(workflow: "winback-call") { rows { recordName anchor due } next }
        pastTheLine(workflow: "winback-call") }`);
      expect(simulate).toMatchObject({ total: 1, records: 1, months: [{ month: '2020-01', count: 1 }, { month: '2020-02', count: 0 }, { month: '2020-03', count: 0 }] });
      expect(simulationRows).toEqual({ rows: [{ recordName: 'Late', anchor: '2020-01-01', due: '2020-01-31' }], next: null });
      expect(pastTheLine).toBe(1);

      await ask('mutation { a: activateWorkflow(name: "close-call-on-order", includePast: false) { active } b: activateWorkflow(name: "winback-call", includePast: true) { active dueCount } }');
      await until(async () => (await tasks(late)).length === 1);
      expect(await tasks(late)).toMatchObject([{ subject: 'Call Late: no order for 30 days', status: 'open', type: 'call' }]);
      expect(await tasks(fresh)).toEqual([]);

      const [run] = await runsOf(late);
      expect(run).toMatchObject({ workflow: 'winback-call', status: 'DONE', steps: [{ status: 'done', output: { created: { object: 'Task' } } }] });
      const measured = await test.app.get(Metrics, { strict: false }).write();
      expect(measured).toMatch(/guanxi_workflow_step_seconds_count\{action="createRecord"\} 1\n/);
      expect(measured).toMatch(/guanxi_workflow_step_runs_total\{action="createRecord"\} 1\n/);
      expect(run?.conditions).toContainEqual({ text: 'status', value: 'active', holds: null });
      expect(await explain('winback-call', late)).toMatchObject({ ran: true, verdict: expect.stringContaining('It ran on Late') });
      expect(await explain('winback-call', fresh)).toMatchObject({ ran: false, verdict: expect.stringContaining('It is not time yet'), dueAt: expect.any(String) });

      await createOrder(late, new Date().toISOString().slice(0, 10));
      await until(async () => (await tasks(late))[0]?.status === 'done');
      expect(await explain('winback-call', late)).toMatchObject({ ran: false, verdict: expect.stringContaining('It ran last for 2020-01-31') });
    });

    it('finds the work by itself after the queue has lost everything', async () => {
      const workers = test.app.get(Workers, { strict: false });
      const customer = await createCustomer('Lost');
      await workers.stop();
      await createOrder(customer, '2020-01-01');
      await emptyQueue(test);
      await workers.start();
      await until(async () => (await tasks(customer)).length === 1);
    }, 40_000);

    it('tells everything that is wrong with a document it is to simulate', async () => {
      const workflow = {
        kind: 'workflow', name: 'w', title: 'W', object: 'Customer', trigger: { elapsed: { since: { max: { relation: 'orders', field: 'orderedOn' } }, after: 'PT5H' } },
        steps: [{ id: 's', action: 'createTask', input: {} }],
      };
      const { errors } = await admin.ask('query($w: JSON!) { simulate(workflow: $w) { total } }', { w: workflow });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', problems: [{ path: '/trigger/elapsed/after' }, { path: '/steps/0/action' }] });
    });

    it('lists workflows and actions for the designer', async () => {
      const { workflows, workflowActions } = await ask<{ workflows: unknown[]; workflowActions: { name: string }[] }>('{ workflows { name triggerText active runs failed } workflowActions { name title inputSchema } }');
      expect(workflows).toContainEqual({ name: 'winback-call', triggerText: '30 days after the latest Ordered on among the Orders of each Customer', active: true, runs: 2, failed: 0 });
      expect(workflowActions.map(({ name }) => name)).toEqual(Object.keys(knownActions));
    });
  });
}

async function emptyQueue({ settings, database }: TestApp): Promise<void> {
  if (settings.redisUrl) {
    const redis = connectRedis(settings.redisUrl);
    await redis.flushdb();
    redis.disconnect();
    return;
  }
  const { rows } = await database.pool.query<{ name: string }>("select quote_ident(tablename) as name from pg_tables where schemaname = 'bullmq' and tablename <> 'migration'");
  const truncate = `truncate ${rows.map(({ name }) => `bullmq.${name}`).join(', ')}`;
  // The workers are at it all the while, and PostgreSQL may choose this statement to give way.
  await until(() => database.pool.query(truncate).then(() => true, (error: { code?: string }) => { if (error.code === '40P01') return false; throw error; }));
}
