import { ADMIN, startTestApp, type TestApp } from '../../testing/test-app.js';
import { ImportTester } from './testing/import-tester.js';

const ROWS = 12_000;
const BAD = 7;
const STUCK = 11_000;
const plan = { object: 'Customer', mode: 'create' as const, columns: [{ column: 'number', field: 'customerNumber' }, { column: 'name', field: 'name' }] };
const retry = 'mutation ($id: ID!) { done: retryBackgroundJob(kind: IMPORT, id: $id) }';

describe('an import that failed or was stopped', () => {
  let test: TestApp;
  let tester: ImportTester;
  beforeAll(async () => {
    test = await startTestApp('retried import');
    tester = new ImportTester(test, await test.signIn(ADMIN.email, ADMIN.password));
  });
  afterAll(() => test.close());

  const fileOf = (rows: number) => `number,name\n${Array.from({ length: rows }, (_, index) => `R-${index},${index === BAD ? '' : `Customer ${index}`}\n`).join('')}`;
  const table = () => `"${test.org.schema}".customer`;

  it('goes on behind what it has written, and tells all that it rejected', async () => {
    await test.database.pool.query(`alter table ${table()} add constraint stuck check (customer_number <> 'R-${STUCK}') not valid`);
    const failed = await tester.run(fileOf(ROWS), plan);
    expect(failed).toMatchObject({ status: 'FAILED', rejected: 1 });
    expect(failed.created).toBeGreaterThan(0);
    expect(failed.created).toBeLessThan(STUCK);
    await expect(jobOf(failed.id)).resolves.toMatchObject({ status: 'FAILED', retryable: true });
    await expect(keptOf(failed.id)).resolves.toEqual([BAD + 2]);
    await test.database.pool.query(`alter table ${table()} drop constraint stuck`);

    await expect(tester.ask(retry, { id: failed.id })).resolves.toEqual({ done: true });
    await tester.work();

    const done = await tester.read(failed.id);
    expect(done).toMatchObject({ status: 'DONE', created: ROWS - 1, rejected: 1, error: null });
    expect(done.problems).toEqual([expect.objectContaining({ code: 'required', rows: 1 })]);
    expect((await tester.rejectedFile(failed.id)).toString()).toContain(`R-${BAD},`);
    const { rows: [found] } = await test.database.pool.query(`select count(*)::integer as all, count(distinct customer_number)::integer as numbers from ${table()} where customer_number like 'R-%'`);
    expect(found).toEqual({ all: ROWS - 1, numbers: ROWS - 1 });
    await expect(tester.ask(retry, { id: failed.id })).rejects.toThrow('cannot be tried again');
  }, 120_000);

  it('comes to its preview again when it was stopped there', async () => {
    const ready = await tester.run('number,name\nP-1,One\n', plan, true);
    await tester.ask('mutation ($id: ID!) { cancelImport(id: $id) { status } }', { id: ready.id });
    await tester.ask(retry, { id: ready.id });
    await tester.work();
    expect(await tester.read(ready.id)).toMatchObject({ status: 'READY', expected: { created: 1 } });
    expect(await tester.confirm(ready.id)).toMatchObject({ status: 'DONE', created: 1 });
  });

  it('leaves nothing behind where nothing of it is to be told', async () => {
    await test.database.pool.query(`alter table ${table()} add constraint stuck check (customer_number <> 'Q-${STUCK}') not valid`);
    const failed = await tester.run(fileOf(ROWS).replaceAll('R-', 'Q-').replace(`Q-${BAD},\n`, `Q-${BAD},Customer ${BAD}\n`), plan);
    expect(failed).toMatchObject({ status: 'FAILED', rejected: 0 });
    await expect(keptOf(failed.id)).resolves.toBeUndefined();
    await test.database.pool.query(`alter table ${table()} drop constraint stuck`);
    await tester.ask(retry, { id: failed.id });
    await tester.work();
    expect(await tester.read(failed.id)).toMatchObject({ status: 'DONE', created: ROWS, rejected: 0, error: null });
  }, 120_000);

  /** The rows of which is still known what came of them; undefined where there is no such table. */
  async function keptOf(id: string): Promise<readonly number[] | undefined> {
    const name = `"${test.org.schema}"."_import_${id.replaceAll('-', '')}_outcome"`;
    const { rows: [found] } = await test.database.pool.query<{ there: boolean }>('select to_regclass($1) is not null as there', [name]);
    if (!found?.there) return undefined;
    return (await test.database.pool.query<{ row: number }>(`select "row" from ${name} order by 1`)).rows.map(({ row }) => row);
  }

  async function jobOf(id: string) {
    const { jobs } = await tester.ask<{ jobs: { id: string }[] }>('{ jobs: backgroundJobs(kinds: [IMPORT]) { id status retryable cancellable } }');
    return jobs.find((job) => job.id === id);
  }
});
