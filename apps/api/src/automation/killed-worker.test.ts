import { once } from 'node:events';
import { recordTable, orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { Actors } from '../access/actors.js';
import { OrgDatabase } from '../database/org-database.js';
import { Models } from '../metadata/models.js';
import { RecordWriter } from '../records/record-writer.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import { until } from '../testing/until.js';
import { Activations } from './activations.js';

const customers = 4_000;
const kills = 3;

describe('a worker that is killed', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp('killed worker');
  });
  afterAll(() => test.close());

  const startWorker = () => test.startProcess('worker');

  const count = async (table: 'run' | 'runStep', condition = sql`true`): Promise<number> => {
    const [row] = await test.app.get(OrgDatabase).session(test.org).run<{ count: number }>(sql`select count(*)::int as count from ${orgTable(test.org.schema, table)} where ${condition}`);
    return row?.count ?? 0;
  };

  it('leaves every effect there exactly once, however often and whenever it happens', async () => {
    await createLateCustomers(test);
    await test.app.get(Activations, { strict: false }).activate(test.org, 'winback-call', true);

    for (let kill = 0; kill < kills; kill += 1) {
      const before = await count('runStep');
      const worker = startWorker();
      const exited = once(worker, 'exit');
      // Not before it is at work, and then at any moment.
      await until(async () => (await count('run')) > 0 && ((await count('runStep')) > before || kill === 0));
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 120));
      worker.kill('SIGKILL');
      await exited;
    }

    const worker = startWorker();
    const exited = once(worker, 'exit');
    await until(async () => (await count('run', sql`status = 'done'`)) === customers);
    worker.kill('SIGTERM');
    await exited;

    const { model } = await test.app.get(Models).current(test.org);
    const task = model.objectByName.get('Task');
    if (!task) throw new Error('There are no tasks.');
    const [tasks] = await test.app.get(OrgDatabase).session(test.org).run(sql`
      select count(*)::int as all, count(distinct customer_id)::int as customers from ${recordTable(test.org.schema, task)}`);
    expect(tasks).toEqual({ all: customers, customers });
    expect(await count('runStep', sql`status = 'done'`)).toBe(customers);
  }, 600_000);
});

async function createLateCustomers({ app, org }: TestApp): Promise<void> {
  const [database, writer, actor] = [app.get(OrgDatabase), app.get(RecordWriter), await app.get(Actors).forSystem(org, 'import')];
  await database.transaction(org, async (tx) => {
    const names = Array.from({ length: customers }, (_, index) => ({ name: `Customer ${index}`, customerNumber: String(index), status: 'active' }));
    const made = await writer.create(tx, actor, 'Customer', names);
    if ('problems' in made) throw new Error(JSON.stringify(made.problems[0]));
    const orders = await writer.create(tx, actor, 'Order', made.ids.map((customer, index) => ({ customer, orderedOn: '2020-01-01', orderNumber: String(index) })));
    if ('problems' in orders) throw new Error(JSON.stringify(orders.problems[0]));
  });
}
