import { once } from 'node:events';
import { ADMIN, startTestApp, type TestApp } from '../../testing/test-app.js';
import { until } from '../../testing/until.js';
import { ImportTester } from './testing/import-tester.js';

const rows = 12_000;
const kills = 2;

describe('a worker that is killed while it imports', () => {
  let test: TestApp;
  let tester: ImportTester;
  beforeAll(async () => {
    test = await startTestApp('killed import');
    tester = new ImportTester(test, await test.signIn(ADMIN.email, ADMIN.password));
  });
  afterAll(() => test.close());

  const startWorker = () => test.startProcess('worker');

  it('leaves an import that goes on where it stood: every row is in once', async () => {
    const file = `number,name\n${Array.from({ length: rows }, (_, index) => `X-${index},Customer ${index}\n`).join('')}`;
    const id = await tester.start(file, { object: 'Customer', mode: 'create', columns: [{ column: 'number', field: 'customerNumber' }, { column: 'name', field: 'name' }] });
    for (let kill = 0; kill < kills; kill += 1) {
      const before = await come(id);
      const worker = startWorker();
      const exited = once(worker, 'exit');
      // Not before it has come further, and then at any moment.
      await until(async () => (await come(id)) > before || (await tester.read(id)).status === 'DONE');
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 400));
      worker.kill('SIGKILL');
      await exited;
    }
    await until(async () => {
      await tester.work();
      return (await tester.read(id)).status === 'DONE';
    });
    expect(await tester.read(id)).toMatchObject({ created: rows, rejected: 0 });
    const { rows: [found] } = await test.database.pool.query(`select count(*)::integer as all, count(distinct customer_number)::integer as numbers from "${test.org.schema}".customer where customer_number like 'X-%'`);
    expect(found).toEqual({ all: rows, numbers: rows });
    expect(await tester.count('_history')).toBeGreaterThanOrEqual(rows);
  }, 600_000);

  /** How far an import is: rows read and rows written. */
  async function come(id: string): Promise<number> {
    const { rows: [found] } = await test.database.pool.query<{ come: number }>(`select staged_to + written_to as come from "${test.org.schema}"._import where id = $1`, [id]);
    return found?.come ?? 0;
  }
});
