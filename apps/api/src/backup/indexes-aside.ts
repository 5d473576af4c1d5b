import { sql } from 'kysely';
import { readSqlState, SqlState } from '../database/sql-state.js';
import type { SqlSession } from '../database/sql-session.js';
import type { Org } from '../orgs/org.js';

interface Aside {
  readonly name: string;
  /** Of our own catalog, as PostgreSQL writes it. */
  readonly definition: string;
}

/** Takes indexes and foreign keys away until the rows are in, which is faster; answers how to make them again. */
export async function putIndexesAside(session: SqlSession, { schema }: Org): Promise<readonly Aside[]> {
  const keys = await session.run<Aside & { readonly table: string }>(sql`
    select con.conname as name, class.relname as "table", format('alter table %I.%I add constraint %I %s', ${schema}::text, class.relname, con.conname, pg_get_constraintdef(con.oid)) as definition
    from pg_constraint con join pg_class class on class.oid = con.conrelid where con.connamespace = ${schema}::regnamespace and con.contype = 'f' order by con.oid`);
  const indexes = await session.run<Aside>(sql`
    select class.relname as name, pg_get_indexdef(class.oid) as definition
    from pg_index index join pg_class class on class.oid = index.indexrelid
    where class.relnamespace = ${schema}::regnamespace and not index.indisprimary
      and not exists (select from pg_constraint con where con.conindid = class.oid and con.contype in ('u', 'p', 'x')) order by class.oid`);
  for (const { name, table } of keys) await session.run(sql`alter table ${sql.id(schema, table)} drop constraint ${sql.id(name)}`);
  for (const { name } of indexes) await session.run(sql`drop index ${sql.id(schema, name)}`);
  return [...indexes, ...keys];
}

/** What rows stand in the way of is left, where the org was still waiting for it when the backup was made. */
export async function putIndexesBack(session: SqlSession, { schema }: Org, aside: readonly Aside[]): Promise<void> {
  const rows = await session.run<{ name: string }>(sql`select name from ${sql.id(schema, '_pending_work')}`);
  const pending = new Set(rows.map(({ name }) => name));
  for (const { name, definition } of aside) {
    if (!pending.has(name)) {
      await session.run({ text: definition, values: [] });
      continue;
    }
    await session.run(sql`savepoint piece`);
    try {
      await session.run({ text: definition, values: [] });
      await session.run(sql`release savepoint piece`);
    } catch (error) {
      if (!STANDS_IN_THE_WAY.has(readSqlState(error) ?? '')) throw error;
      await session.run(sql`rollback to savepoint piece`);
    }
  }
}

const STANDS_IN_THE_WAY: ReadonlySet<string> = new Set([SqlState.uniqueViolation, '23503', '23514']);
