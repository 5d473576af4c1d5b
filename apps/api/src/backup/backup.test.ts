import { gunzipSync, gzipSync } from 'node:zlib';
import type { Pool } from 'pg';
import { readCursor } from '../changes/cursor.js';
import { everyDocument } from '../testing/every-document.js';
import { ADMIN, startTestApp, type Caller, type TestApp, type TestProblem } from '../testing/test-app.js';

const ROWS = 20_000;

interface Line {
  readonly stage?: string;
  readonly done?: { readonly name: string; readonly tables: number; readonly rows: number; readonly locked: number; readonly missingKeys: readonly string[]; readonly notes: readonly string[] };
  readonly failed?: { readonly code: string; readonly message: string };
}

describe('a whole org', () => {
  let source: TestApp;
  let target: TestApp;
  let admin: Caller;
  let backup: Buffer;

  beforeAll(async () => {
    source = await startTestApp('backup_source', { GUANXI_ORG_NAME: '來源 Trading', GUANXI_TIME_ZONE: 'Asia/Taipei', GUANXI_CURRENCY: 'TWD', GUANXI_COUNTRY: 'TW' });
    admin = await source.signIn(ADMIN.email, ADMIN.password);
    await fill(source, admin);
    target = await startTestApp('backup_target');
  }, 120_000);
  afterAll(async () => {
    await source.close();
    await target.close();
  });

  it('goes into one file, without passwords unless they are asked for', async () => {
    backup = await takeBackup(source, admin);
    const text = gunzipSync(backup).toString('utf8');
    expect(JSON.parse(text.slice(0, text.indexOf('\n')))).toMatchObject({ format: 'guanxi-backup', version: 1, org: { name: '來源 Trading', timeZone: 'Asia/Taipei', currency: 'TWD', country: 'TW' } });
    expect(text).not.toContain('argon2');
    expect(gunzipSync(await takeBackup(source, admin, '?passwords=1')).toString('utf8')).toContain('argon2');
  }, 60_000);

  it('is the same file twice, where nothing has changed', async () => {
    const rows = (file: Buffer) => gunzipSync(file).toString('utf8').split('\n').slice(1).filter((line) => !line.includes('admin@guanxi.local'));
    expect(rows(await takeBackup(source, admin)).length).toBe(rows(backup).length);
  }, 60_000);

  it('comes back in a fresh installation, every row of every table the same', async () => {
    const before = await describeTables(source.database.pool, source.org.schema);
    const lines = await restore(target, await target.signIn(ADMIN.email, ADMIN.password), backup);
    expect(lines.at(-1)).toEqual({ done: expect.objectContaining({ name: '來源 Trading', locked: 1, missingKeys: [expect.stringMatching(/^k/)], notes: [expect.stringContaining('1 people need a new password'), expect.stringContaining('Encrypted values were made with the key')] }) });
    const [org] = (await target.database.pool.query<{ id: string; schema: string; name: string; time_zone: string }>('select id, schema, name, time_zone from guanxi.org')).rows;
    expect(org).toMatchObject({ name: '來源 Trading', time_zone: 'Asia/Taipei' });
    expect(org?.id).not.toBe(target.org.id);
    const after = await describeTables(target.database.pool, org?.schema ?? '');
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(after).toEqual(before);
    expect(lines.at(-1)?.done?.rows).toBeGreaterThan(ROWS);
    expect((await target.database.pool.query("select count(*)::int as count from pg_namespace where nspname like 'org\\_%'")).rows).toEqual([{ count: 1 }]);
  }, 120_000);

  it('has the same tables as before, with indexes, keys and next numbers', async () => {
    const [org] = (await target.database.pool.query<{ schema: string }>('select schema from guanxi.org')).rows;
    expect(await describeCatalog(target.database.pool, org?.schema ?? '')).toEqual(await describeCatalog(source.database.pool, source.org.schema));
  });

  it('works on as if nothing had happened', async () => {
    const again = await target.signIn(ADMIN.email, ADMIN.password);
    const made = await again.ask<{ createCustomer: { id: string } }>('mutation { createCustomer(data: { name: "After" }) { id } }', {}, '/graphql');
    expect(made.errors).toBeUndefined();
    const visit = await again.ask<{ createVisit: { number: string } }>('mutation ($customer: ID!) { createVisit(data: { subject: "Next", customerId: $customer }) { number } }', { customer: made.data?.createCustomer.id }, '/graphql');
    expect([visit.errors, visit.data?.createVisit.number]).toEqual([undefined, expect.stringMatching(/^V-\d{4}-0002$/)]);
    const documents = await again.ask<{ documents: { name: string }[] }>('{ documents(draft: true) { name } removedItems { object } }');
    expect(JSON.stringify(documents.data)).toContain('Drafted');
    expect(JSON.stringify(documents.data)).toContain('Gone');
  }, 60_000);

  it('lets webhooks that are at work go on from the restore on, and says so in their logs; those of a copy stand still', async () => {
    const caller = await target.signIn(ADMIN.email, ADMIN.password);
    const { data } = await caller.ask<{ createWebhook: { webhook: { id: string } } }>('mutation { createWebhook(input: { name: "Here", url: "https://example.com/", subjects: [{ object: "Customer" }], kinds: ["created"] }) { webhook { id } } }');
    const id = data?.createWebhook.webhook.id;
    const logOf = async (by: Caller) => (await by.ask<{ webhookDeliveries: { type: string; status: string }[] }>('query ($id: ID!) { webhookDeliveries(webhookId: $id) { type status } }', { id })).data?.webhookDeliveries;
    const file = await takeBackup(target, caller);
    expect((await restore(target, caller, file, '?replace=1')).at(-1)?.failed).toBeUndefined();
    const again = await target.signIn(ADMIN.email, ADMIN.password);
    expect(await logOf(again)).toEqual([{ type: 'resumed', status: 'note' }]);
    const [org] = (await target.database.pool.query<{ id: string; schema: string }>('select id, schema from guanxi.org')).rows;
    const [kept] = (await target.database.pool.query<{ cursor: string; epoch: string }>(`select w.cursor, f.epoch from "${org?.schema}"._webhook w, "${org?.schema}"._feed f`)).rows;
    const place = readCursor(kept?.cursor ?? '');
    expect(place?.epoch).toBe(kept?.epoch);
    const { rows: unseen } = await target.database.pool.query(`select 1 from "${org?.schema}"._history h where not pg_visible_in_snapshot(h.xact, $1::pg_snapshot)`, [place?.position.seen?.text]);
    expect(unseen).toEqual([]);
    await target.database.pool.query(`update "${org?.schema}"._webhook set active = false`);
    expect((await restore(target, again, file, '?replace=1')).at(-1)?.failed).toBeUndefined();
    const third = await target.signIn(ADMIN.email, ADMIN.password);
    expect(await logOf(third)).toEqual([]);
    await third.ask('mutation ($id: ID!) { deleteWebhook(id: $id) }', { id });
  }, 120_000);

  it('is not laid over records unless somebody says so', async () => {
    const caller = await target.signIn(ADMIN.email, ADMIN.password);
    expect((await restore(target, caller, backup)).at(-1)).toEqual({ failed: { code: 'CONFLICT', message: expect.stringContaining('Restoring replaces everything') } });
    const lines = await restore(target, caller, backup, '?replace=1');
    expect(lines.at(-1)?.failed).toBeUndefined();
    const [found] = (await target.database.pool.query<{ schema: string; count: number }>('select schema, (select count(*)::int from guanxi.org) as count from guanxi.org')).rows;
    expect(found?.count).toBe(1);
    expect((await target.database.pool.query(`select count(*)::int as count from "${found?.schema}".customer where name = 'After'`)).rows).toEqual([{ count: 0 }]);
    // Who restored stays signed in.
    expect((await caller.ask('{ users { email } }')).errors).toBeUndefined();
  }, 120_000);

  it('stays as it is when the file is cut short, damaged, of another kind or of a newer version', async () => {
    const caller = await target.signIn(ADMIN.email, ADMIN.password);
    const before = (await target.database.pool.query('select * from guanxi.org')).rows;
    const lines = gunzipSync(backup).toString('utf8');
    const wrong: readonly (readonly [Buffer, string])[] = [
      [backup.subarray(0, backup.length - 500), 'too early'],
      [gzipSync(lines.replace('Customer 7\t', 'Customer 8\t')), 'damaged'],
      [gzipSync(lines.slice(0, lines.lastIndexOf('{"end"'))), 'too early'],
      [Buffer.from('no backup at all'), 'no backup'],
      [gzipSync(lines.replace('"version":1', '"version":2')), 'newer version'],
    ];
    for (const [file, sentence] of wrong) expect((await restore(target, caller, file, '?replace=1')).at(-1)).toEqual({ failed: { code: 'BAD_REQUEST', message: expect.stringContaining(sentence) } });
    expect((await target.database.pool.query('select * from guanxi.org')).rows).toEqual(before);
  }, 60_000);

  it('stays as it is when the connection is cut in the middle', async () => {
    const caller = await target.signIn(ADMIN.email, ADMIN.password);
    let before: readonly unknown[] = [];
    let end: Line | undefined;
    // It may be over before it is cut: then everything has come back once more, and the next one is cut.
    for (let attempt = 0; attempt < 20 && !end?.failed; attempt += 1) {
      before = (await target.database.pool.query('select * from guanxi.org')).rows;
      let [over, cut] = [false, false];
      const underWay = restore(target, caller, backup, '?replace=1').finally(() => (over = true));
      while (!over && !cut) {
        const { rowCount } = await target.database.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state <> 'idle' and query like 'copy \"org\\_%' and pid <> pg_backend_pid()");
        cut = rowCount === 1;
      }
      end = (await underWay).at(-1);
    }
    expect(end).toEqual({ failed: { code: 'INTERNAL', message: expect.stringContaining('nothing was changed') } });
    expect((await target.database.pool.query('select * from guanxi.org')).rows).toEqual(before);
    expect((await target.database.pool.query("select count(*)::int as count from pg_namespace where nspname like 'org\\_%'")).rows).toEqual([{ count: 1 }]);
    expect((await caller.ask('{ customers { totalCount } }', {}, '/graphql')).errors).toBeUndefined();
  }, 60_000);

  it('is for admins alone', async () => {
    const answer = await target.app.inject({ method: 'GET', url: '/backup' });
    expect(answer.statusCode).toBe(401);
    await admin.ask('mutation { createUser(input: { name: "Sam", email: "sam@example.com", password: "a long password", permissionSets: [] }) { id } }');
    const sam = await source.signIn('sam@example.com', 'a long password');
    expect((await source.app.inject({ method: 'GET', url: '/backup', headers: { cookie: sam.cookie } })).statusCode).toBe(403);
    expect((await source.app.inject({ method: 'POST', url: '/restore', headers: { cookie: sam.cookie, 'x-guanxi-request': '1', 'content-type': 'application/octet-stream' }, payload: backup })).statusCode).toBe(403);
  });
});

async function takeBackup(test: TestApp, { cookie }: Caller, query = ''): Promise<Buffer> {
  const answer = await test.app.inject({ method: 'GET', url: `/backup${query}`, headers: { cookie } });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
}

async function restore(test: TestApp, { cookie }: Caller, file: Buffer, query = ''): Promise<readonly Line[]> {
  const answer = await test.app.inject({ method: 'POST', url: `/restore${query}`, headers: { cookie, 'x-guanxi-request': '1', 'content-type': 'application/octet-stream' }, payload: file });
  expect(answer.statusCode).toBe(200);
  return answer.payload.trim().split('\n').map((line) => JSON.parse(line) as Line);
}

/** Of every table but those that stay behind: how many rows, and a hash over all of their values. */
async function describeTables(pool: Pool, schema: string): Promise<Readonly<Record<string, string>>> {
  const { rows } = await pool.query<{ table: string; columns: string }>(
    `select c.relname as "table", string_agg(quote_ident(a.attname), ', ' order by a.attname) as columns from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = $1::regnamespace and c.relkind = 'r' and c.relname not in ('_export', '_feed') and a.atttypid <> 'xid8'::regtype group by 1 order by 1`,
    [schema],
  );
  const found: Record<string, string> = {};
  for (const { table, columns } of rows) {
    const { rows: sums } = await pool.query<{ sum: string }>(`select count(*) || ' ' || coalesce(md5(string_agg(md5(row(${columns})::text), '' order by row(${columns})::text collate "C")), '') as sum from "${schema}"."${table}"`);
    found[table] = sums[0]?.sum ?? '';
  }
  return found;
}

async function describeCatalog(pool: Pool, schema: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end as line
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped where c.relnamespace = $1::regnamespace and c.relkind = 'r'
     union all select 'index ' || replace(pg_get_indexdef(i.indexrelid), $2, '') from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = $1::regnamespace
     union all select 'constraint ' || c.relname || ' ' || con.conname || ' ' || replace(pg_get_constraintdef(con.oid), $2, '') from pg_constraint con join pg_class c on c.oid = con.conrelid where con.connamespace = $1::regnamespace and con.contype <> 'n'
     union all select 'sequence ' || c.relname || ' ' || coalesce(pg_sequence_last_value(c.oid)::text, '') from pg_class c where c.relnamespace = $1::regnamespace and c.relkind = 'S'
     order by 1`,
    [schema, `${schema}.`],
  );
  return rows.map(({ line }) => line);
}

/** Every kind of document and field, some of them removed again, records with history, and something in every table of the platform. */
async function fill({ database: { pool }, org: { schema } }: TestApp, admin: Caller): Promise<void> {
  const { data } = await admin.ask<{ documents: { kind: string; name: string }[] }>('{ documents(draft: false) { kind name } }');
  await publish(admin, [...everyDocument(), gone], (data?.documents ?? []).map(({ kind, name }) => ({ kind, name })));
  const ask = async (query: string, variables: object = {}) => {
    const answer = await admin.ask<Record<string, { id: string }>>(query, variables as Record<string, unknown>, '/graphql');
    expect(answer.errors).toBeUndefined();
    return answer.data as Record<string, { id: string }>;
  };
  const { created } = await ask('mutation { created: createCustomer(data: { name: "First\\n\\t\\\\ 王" tier: "gold" }) { id } }');
  const { contact } = await ask('mutation ($id: ID!) { contact: createContact(data: { name: { first: "Ada", last: "Lovelace" }, customerId: $id }) { id } }', { id: created?.id });
  const { visit } = await ask(
    `mutation ($id: ID!, $contact: ID!) { visit: createVisit(data: { subject: "Every kind", customerId: $id, about: { contact: $contact }, topic: "price", detail: "high", tags: ["a", "b"], done: true, day: "2026-02-03",
      at: "14:30:00", moment: "2026-02-03T01:02:03.456Z", took: 5400, count: 7, ratio: "0.12", share: "12.50", price: "1234.56", money: "USD", notes: "Line 1\\nLine 2", report: "<p>Good</p>", mail: "a@example.com",
      call: "+886912345678", page: "https://example.com", place: { city: "Taipei", country: "TW" }, spot: { latitude: "25.03", longitude: "121.56" }, raw: { a: [1, null, "x"] }, secret: "hidden", outside: "X-1" }) { id } }`,
    { id: created?.id, contact: contact?.id },
  );
  await ask('mutation ($id: ID!) { updateVisit(id: $id, data: { notes: "changed" }) { id } }', { id: visit?.id });
  const { other } = await ask('mutation { other: createCustomer(data: { name: "Deleted" }) { id } }');
  await ask('mutation ($id: ID!) { deleteCustomer(id: $id) { id } }', { id: other?.id });
  await pool.query(`insert into "${schema}".customer (id, owner_id, created_at, created_by, updated_at, updated_by, name)
    select gen_random_uuid(), u.id, now(), u.id, now(), u.id, 'Customer ' || n from generate_series(1, ${ROWS}) n, (select id from "${schema}"._user where active limit 1) u`);
  const [user] = (await pool.query<{ id: string }>(`select id from "${schema}"._user where active limit 1`)).rows;
  await pool.query(`insert into "${schema}".gone (id, owner_id, created_at, created_by, updated_at, updated_by, name, worth) select gen_random_uuid(), $1, now(), $1, now(), $1, 'Gone ' || n, n from generate_series(1, 10) n`, [user?.id]);
  await pool.query(`insert into "${schema}"._comment (id, object, record_id, author_id, text, at) values (gen_random_uuid(), 'o1', $1, $2, E'Two\\nlines \\\\. ', now())`, [created?.id, user?.id]);
  await pool.query(`insert into "${schema}"._currency_rate values ('USD', '2026-01-01', 32.1)`);
  await pool.query(`insert into "${schema}"._file (id, name, content_type, size, sha256, created_at) values ('00000000-0000-7000-8000-000000000001', 'a.bin', 'application/octet-stream', 4, 'x', now())`);
  await pool.query(`insert into "${schema}"._file_content values ('00000000-0000-7000-8000-000000000001', 0, '\\x000aff5c')`);
  await pool.query(`insert into "${schema}"._attachment (id, object, record_id, owner_id, name, version, created_at, changed_at, deleted_at) values
    ('00000000-0000-7000-8000-0000000000a1', 'o1', $1, $2, 'a.bin', 1, now(), now(), null), ('00000000-0000-7000-8000-0000000000a2', null, null, $2, 'own.bin', 1, now(), now(), now())`, [created?.id, user?.id]);
  await pool.query(`insert into "${schema}"._attachment_version select id, 1, '00000000-0000-7000-8000-000000000001', 'first', owner_id, now() from "${schema}"._attachment`);
  await pool.query(`insert into "${schema}"._attachment_event (id, attachment_id, object, record_id, kind, name, version, actor_id, source, at) select gen_random_uuid(), id, object, record_id, 'fileAdded', name, 1, owner_id, 'page', now() from "${schema}"._attachment`);
  await admin.ask('mutation { createUser(input: { name: "Ben", email: "ben@example.com", password: "a long password", permissionSets: ["sales"] }) { id } }');
  // Gone, and to be brought back for 30 days: an object and a field.
  const [customer] = everyDocument().filter(({ name }) => name === 'Contact') as unknown as { properties: Record<string, object> }[];
  await publish(admin, [{ ...customer, properties: { ...customer?.properties, shoe: { title: 'Shoe', type: 'string', guanxi: { id: '99', type: 'text' } } } }], []);
  await ask('mutation ($id: ID!) { updateContact(id: $id, data: { shoe: "43" }) { id } }', { id: contact?.id });
  await publish(admin, [customer as object], [{ kind: 'object', name: 'Gone' }]);
  const drafted = await admin.ask<{ saveDraft: { problems: unknown[] } }>('mutation ($documents: [JSON!]!) { saveDraft(documents: $documents) { problems { message } } }', { documents: [{ kind: 'picklist', name: 'Drafted', title: 'Drafted', values: [{ value: 'a' }] }] });
  expect(drafted.data?.saveDraft.problems).toEqual([]);
}

const gone = { kind: 'object', name: 'Gone', title: 'Gone', type: 'object', required: ['name'], properties: { name: { title: 'Name', type: 'string', guanxi: { id: '1', type: 'text' } }, worth: { title: 'Worth', type: 'string', format: 'decimal', guanxi: { id: '2', type: 'decimal', precision: 12, scale: 2 } } }, guanxi: { id: 'o9' } };

async function publish(admin: Caller, documents: readonly object[], remove: readonly object[]): Promise<void> {
  const saved = await admin.ask<{ saveDraft: { problems: TestProblem[] } }>('mutation ($documents: [JSON!]!, $remove: [DocumentKey!]) { saveDraft(documents: $documents, remove: $remove) { problems { path code message hint } } }', { documents, remove });
  expect([saved.errors, saved.data?.saveDraft.problems]).toEqual([undefined, []]);
  const { data: planned } = await admin.ask<{ plan: { baseRevision: number; changes: { id: string; risk: string }[] } }>('{ plan { baseRevision changes { id risk } } }');
  const consents = planned?.plan.changes.filter(({ risk }) => risk === 'DESTROYING').map(({ id }) => id);
  const { data, errors } = await admin.ask<{ publish: { problems: TestProblem[] } }>('mutation ($base: Int!, $consents: [String!]!) { publish(baseRevision: $base, consents: $consents) { problems { path code message hint } } }', { base: planned?.plan.baseRevision, consents });
  expect([errors, data?.publish.problems]).toEqual([undefined, []]);
}
