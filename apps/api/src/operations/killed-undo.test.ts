import { once } from 'node:events';
import { orgTable, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import pg from 'pg';
import { OrgDatabase } from '../database/org-database.js';
import { Models } from '../metadata/models.js';
import { OperationRunner } from './operation-runner.js';
import { ADMIN, startTestApp, type TestApp } from '../testing/test-app.js';
import { until } from '../testing/until.js';
import { undoDocuments } from './testing/undo-documents.js';
import { publishDocuments } from '../testing/publish-documents.js';

const RECORDS = 3_000;
const KILLS = 2;

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp('killed undo');
}, 60_000);
afterAll(() => test.close());

const run = <Row extends object>(statement: Parameters<ReturnType<OrgDatabase['session']>['run']>[0]) => test.app.get(OrgDatabase).session(test.org).run<Row>(statement);

const startWorker = () => test.startProcess('worker');

it('puts everything back once, or nothing, however often the worker is killed over it', async () => {
  const admin = await test.signIn(ADMIN.email, ADMIN.password);
  const ask = async <Data>(query: string, variables: object = {}, path = '/metadata'): Promise<Data> => {
    const { data, errors } = await admin.ask<Data>(query, { ...variables }, path);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data;
  };
  await publishDocuments(admin, undoDocuments);
  const { model } = await test.app.get(Models).current(test.org);
  const object = model.objectByName.get('Account');
  if (!object) throw new Error('There are no accounts.');
  const accounts = recordTable(test.org.schema, object);
  await run(sql`insert into ${accounts} (id, created_at, created_by, updated_at, updated_by, version, owner_id, name, city)
    select gen_random_uuid(), now(), u.id, now(), u.id, 1, u.id, 'N' || n, 'Taipei' from generate_series(1, ${RECORDS}::integer) n, ${orgTable(test.org.schema, 'user')} u where u.email = ${ADMIN.email}`);
  const { changed } = await ask<{ changed: { operationId: string } }>('mutation { changed: updateAccountsWhere(where: {}, data: { city: "Tainan" }) { operationId } }', {}, '/graphql');
  const { undoOperation: undo } = await ask<{ undoOperation: { id: string; status: string } }>('mutation ($id: ID!) { undoOperation(id: $id) { id status } }', { id: changed.operationId });
  expect(undo.status).toBe('RUNNING');
  // Whoever opens the page now sees that it is at it.
  expect(await ask('query ($id: ID!) { operation(id: $id) { undoneBy undoable } }', { id: changed.operationId })).toEqual({ operation: { undoneBy: undo.id, undoable: false } });

  const isAtWork = async () => {
    const [found] = await run(sql`select from pg_locks l join pg_class c on c.oid = l.relation where c.relname = 'undoing' and l.database = (select oid from pg_database where datname = current_database())`);
    return found !== undefined;
  };
  const isDone = async () => {
    const [found] = await run<{ status: string }>(sql`select status from ${orgTable(test.org.schema, 'operation')} where id = ${undo.id}::uuid`);
    return found?.status !== 'running';
  };
  for (let kill = 0; kill < KILLS; kill += 1) {
    const worker = startWorker();
    const exited = once(worker, 'exit');
    await until(async () => (await isAtWork()) || (await isDone()));
    worker.kill('SIGKILL');
    await exited;
    const [cities] = await run<{ back: number }>(sql`select count(*) filter (where city = 'Taipei')::int as back from ${accounts}`);
    expect([0, RECORDS]).toContain(cities?.back);
  }
  const worker = startWorker();
  const exited = once(worker, 'exit');
  await until(isDone);
  worker.kill('SIGTERM');
  await exited;
  const [end] = await run(sql`select count(*) filter (where city = 'Taipei')::int as back, max(version)::int as version,
    (select count(*)::int from ${orgTable(test.org.schema, 'history')} where operation_id = ${undo.id}::uuid) as history from ${accounts}`);
  expect(end).toEqual({ back: RECORDS, version: 3, history: RECORDS });
}, 240_000);

it('leaves nothing of an operation that is stopped on the way', async () => {
  const admin = await test.signIn(ADMIN.email, ADMIN.password);
  const { data } = await admin.ask<{ changed: { operationId: string; status: string } }>('mutation { changed: updateAccountsWhere(where: {}, data: { city: "Keelung" }, background: true) { operationId status } }', {}, '/graphql');
  const id = data?.changed.operationId;
  expect(data?.changed.status).toBe('RUNNING');
  const holder = new pg.Client({ connectionString: test.database.url });
  await holder.connect();
  const stop = () => admin.ask<{ stopped: boolean }>('mutation ($id: ID!) { stopped: cancelBackgroundJob(kind: OPERATION, id: $id) }', { id });
  try {
    await holder.query(`begin; lock table "${test.org.schema}".account in share mode`);
    const working = test.app.get(OperationRunner).runOpen(test.org);
    await until(async () => (await run(sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length > 0);
    expect((await stop()).data?.stopped).toBe(true);
    await holder.query('commit');
    await working;
  } finally {
    await holder.end();
  }
  const [cities] = await run<{ changed: number }>(sql`select count(*) filter (where city = 'Keelung')::int as changed from ${sql.id(test.org.schema, 'account')}`);
  expect(cities?.changed).toBe(0);
  const found = await admin.ask<{ backgroundJobs: { id: string; status: string; error: string; cancellable: boolean }[] }>('{ backgroundJobs(kinds: [OPERATION]) { id status error cancellable } }');
  expect(found.data?.backgroundJobs.find((job) => job.id === id)).toMatchObject({ status: 'CANCELLED', error: 'It was stopped before its end, and nothing was changed.', cancellable: false });
  expect((await stop()).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
}, 60_000);
