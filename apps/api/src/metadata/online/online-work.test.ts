import { ADMIN, startTestApp, type Caller, type TestApp } from '../../testing/test-app.js';
import { OnlineWork } from './online-work.js';

const rows = Number(process.env['PUBLISH_ROWS'] ?? 40_000);
const text = (title: string, guanxi: object = {}) => ({ title, type: 'string', guanxi: { type: 'text', ...guanxi } });

describe('changes of a large table', () => {
  let test: TestApp;
  let admin: Caller;

  beforeAll(async () => {
    test = await startTestApp('online work');
    admin = await test.signIn(ADMIN.email, ADMIN.password);
    await publish({ name: text('Name'), code: text('Code'), city: text('City') }, ['name']);
    await test.database.pool.query(
      `insert into "${test.org.schema}".parcel (id, owner_id, created_at, created_by, updated_at, updated_by, name, code, city)
       select gen_random_uuid(), u.id, now(), u.id, now(), u.id, 'Parcel ' || n, 'P-' || n, 'City ' || n % 100
       from generate_series(1, ${rows}) n, (select id from "${test.org.schema}"._user where active limit 1) u`,
    );
  }, 120_000);
  afterAll(() => test.close());

  it('come while everybody reads and writes, and not one request fails', async () => {
    const load = startLoad();
    const { changes } = await publish({ name: text('Name'), code: text('Code', { unique: true }), city: text('City', { indexed: true }) }, ['name', 'city']);
    expect(changes.map(({ sentence }) => sentence)).toContainEqual(expect.stringContaining('The rest is done after publishing'));
    expect((await pending()).map(({ kind }) => kind).toSorted()).toEqual(['index', 'index', 'index', 'required']);
    await test.app.get(OnlineWork).work(test.org);
    expect(await load.stop()).toEqual([]);
    expect(await pending()).toEqual([]);
    expect(await catalog()).toEqual({ indexes: ['parcel__city__idx', 'parcel__code__key', 'parcel__owner_id__city__idx'], invalid: [], required: ['city', 'name'], checks: [] });
  }, 120_000);

  it('are taken up again where they were broken off', async () => {
    await publish({ name: text('Name', { indexed: true }), code: text('Code', { unique: true }), city: text('City', { indexed: true }) }, ['name', 'city']);
    // What a killed build leaves: an index that is not valid.
    await test.database.pool.query(`create index parcel__name__idx on "${test.org.schema}".parcel (name, id) where deleted_at is null`);
    await test.database.pool.query(`update pg_index set indisvalid = false where indexrelid = '"${test.org.schema}".parcel__name__idx'::regclass`);
    await test.app.get(OnlineWork).work(test.org);
    expect(await pending()).toEqual([]);
    expect(await catalog()).toMatchObject({ invalid: [], indexes: ['parcel__city__idx', 'parcel__code__key', 'parcel__name__idx', 'parcel__owner_id__city__idx', 'parcel__owner_id__name__idx'] });
  }, 120_000);

  it('say what stands in their way, and are tried again', async () => {
    await test.database.pool.query(`insert into "${test.org.schema}"._pending_work (revision, kind, object, name, since) values (1, 'index', 'Parcel', 'parcel__code__key', now())`);
    await test.database.pool.query(`drop index "${test.org.schema}".parcel__code__key`);
    await test.database.pool.query(`update "${test.org.schema}".parcel set code = 'P-1' where name = 'Parcel 2'`);
    await test.app.get(OnlineWork).work(test.org);
    expect(await pending()).toEqual([expect.objectContaining({ name: 'parcel__code__key', error: expect.stringContaining('parcel__code__key') })]);
    expect((await catalog()).invalid).toEqual([]);
    await test.database.pool.query(`update "${test.org.schema}".parcel set code = 'P-2' where name = 'Parcel 2'`);
    await test.database.pool.query(`update "${test.org.schema}"._pending_work set since = now() - interval '1 hour'`);
    await test.app.get(OnlineWork).work(test.org);
    expect(await pending()).toEqual([]);
  }, 120_000);

  it('are left out where somebody stopped them, until somebody wants them again', async () => {
    type Job = { id: string; subject: string; status: string; cancellable: boolean; retryable: boolean };
    const jobs = async () => (await ask<{ backgroundJobs: Job[] }>('{ backgroundJobs(kinds: [TABLE]) { id subject status cancellable retryable } }')).backgroundJobs;
    const act = (action: string, id: string) => ask(`mutation ($id: ID!) { ${action}(kind: TABLE, id: $id) }`, { id });
    const { schema } = test.org;
    await test.database.pool.query(`drop index "${schema}".parcel__city__idx, "${schema}".parcel__code__key`);
    await test.database.pool.query(`insert into "${schema}"._pending_work (revision, kind, object, name, since) values (1, 'index', 'Parcel', 'parcel__city__idx', now()), (1, 'index', 'Parcel', 'parcel__code__key', now())`);
    const city = (await jobs()).find(({ subject }) => subject === 'parcel__city__idx');
    const code = (await jobs()).find(({ subject }) => subject === 'parcel__code__key');
    // What keeps values unique has been promised.
    expect([city?.cancellable, code?.cancellable]).toEqual([true, false]);
    await expect(act('cancelBackgroundJob', code?.id ?? '')).rejects.toThrow('cannot be stopped');
    await act('cancelBackgroundJob', city?.id ?? '');
    await test.app.get(OnlineWork).work(test.org);
    expect(await jobs()).toEqual([{ id: city?.id, subject: 'parcel__city__idx', status: 'CANCELLED', cancellable: false, retryable: true }]);
    expect((await catalog()).indexes).toEqual(expect.not.arrayContaining(['parcel__city__idx']));
    expect(await test.app.get(OnlineWork).work(test.org)).toBe(false);
    await act('retryBackgroundJob', city?.id ?? '');
    await test.app.get(OnlineWork).work(test.org);
    expect([await pending(), (await catalog()).indexes]).toEqual([[], expect.arrayContaining(['parcel__city__idx', 'parcel__code__key'])]);
  }, 120_000);

  it('stop half way where they are being built', async () => {
    const { schema } = test.org;
    await test.database.pool.query(`drop index "${schema}".parcel__city__idx`);
    const { rows: [row] } = await test.database.pool.query<{ id: string }>(`insert into "${schema}"._pending_work (revision, kind, object, name, since) values (1, 'index', 'Parcel', 'parcel__city__idx', now()) returning id`);
    // An open transaction that has written keeps the build waiting.
    const holder = await test.database.pool.connect();
    try {
      await holder.query(`begin; update "${schema}".parcel set city = city where name = 'Parcel 1'`);
      const working = test.app.get(OnlineWork).work(test.org);
      for (let built = 0; built === 0;) built = (await test.database.pool.query(`select from pg_stat_progress_create_index p join pg_class c on c.oid = p.index_relid where c.relname = 'parcel__city__idx'`)).rowCount ?? 0;
      await ask('mutation ($id: ID!) { cancelBackgroundJob(kind: TABLE, id: $id) }', { id: row?.id });
      expect(await working).toBe(true);
    } finally {
      await holder.query('rollback');
      holder.release();
    }
    await test.database.pool.query(`update "${schema}"._pending_work set stopped_at = now(); insert into "${schema}"._pending_work (revision, kind, object, name, since) values (1, 'index', 'Parcel', 'parcel__name__idx', now())`);
    await test.app.get(OnlineWork).work(test.org);
    expect(await catalog()).toMatchObject({ invalid: [] });
    expect((await catalog()).indexes).toEqual(expect.not.arrayContaining(['parcel__city__idx']));
  }, 120_000);

  function startLoad(): { stop(): Promise<readonly unknown[]> } {
    let stopped = false;
    const failures: unknown[] = [];
    let serial = 0;
    const work = async (): Promise<void> => {
      while (!stopped) {
        const number = (serial += 1);
        const answers = [
          await admin.ask(`{ parcels(where: { city: { eq: "City ${number % 100}" } }, first: 5) { nodes { id name } } }`, {}, '/graphql'),
          await admin.ask('mutation ($data: ParcelCreate!) { createParcel(data: $data) { id } }', { data: { name: 'Busy', code: `B-${number}`, city: 'City 1' } }, '/graphql'),
        ];
        failures.push(...answers.flatMap(({ errors }) => errors ?? []));
      }
    };
    const working = [work(), work()];
    return {
      async stop() {
        stopped = true;
        await Promise.all(working);
        return failures;
      },
    };
  }

  async function pending(): Promise<readonly { kind: string; name: string }[]> {
    return (await ask<{ pendingWork: { kind: string; name: string }[] }>('{ pendingWork { kind name object error } }')).pendingWork;
  }

  async function catalog() {
    const { rows: indexes } = await test.database.pool.query<{ name: string; valid: boolean }>(
      `select c.relname as name, i.indisvalid as valid from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = '"${test.org.schema}".parcel'::regclass and c.relname ~ '__(city|code|name)__(idx|key)$' order by 1`,
    );
    const { rows: columns } = await test.database.pool.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = '"${test.org.schema}".parcel'::regclass and attnotnull and attname in ('name', 'code', 'city') order by 1`,
    );
    const { rows: checks } = await test.database.pool.query(`select conname from pg_constraint where conrelid = '"${test.org.schema}".parcel'::regclass and contype = 'c'`);
    return { indexes: indexes.map(({ name }) => name), invalid: indexes.filter(({ valid }) => !valid).map(({ name }) => name), required: columns.map(({ name }) => name), checks };
  }

  async function publish(properties: object, required: readonly string[]): Promise<{ changes: readonly { sentence: string }[] }> {
    const document = { kind: 'object', name: 'Parcel', title: 'Parcel', type: 'object', properties, required, guanxi: { nameField: 'name' } };
    const { saveDraft } = await ask<{ saveDraft: { problems: unknown[] } }>('mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { path message } } }', { documents: [document] });
    expect(saveDraft.problems).toEqual([]);
    const { draft } = await ask<{ draft: { baseRevision: number } }>('{ draft { baseRevision } }');
    const { publish: result } = await ask<{ publish: { problems: unknown[]; plan: { changes: { sentence: string }[] } } }>('mutation ($base: Int!) { publish(baseRevision: $base) { problems { message } plan { changes { sentence } } } }', { base: draft.baseRevision });
    expect(result.problems).toEqual([]);
    return result.plan;
  }

  async function ask<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
    const { data, errors } = await admin.ask<Data>(query, variables);
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  }
});
