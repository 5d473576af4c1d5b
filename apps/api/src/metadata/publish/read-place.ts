import type { BinnedThing, Place } from '@guanxi/metadata';
import { sql } from 'kysely';
import type { SqlSession } from '../../database/sql-session.js';
import type { Org } from '../../orgs/org.js';

/** From this size on, what has to look at every row of a table is left for after the commit. Some ten thousand rows. */
const LARGE_BYTES = 4 * 1_048_576;

/** Where the next revision of an org would be planned: which tables are large, and what could be taken back. */
export async function readPlace(session: SqlSession, org: Org, revision: number): Promise<Place> {
  const tables = await session.run<{ name: string }>(sql`
    select relname as name from pg_class
    where relnamespace = ${org.schema}::regnamespace and relkind = 'r' and pg_relation_size(oid) >= ${LARGE_BYTES}`);
  const large = new Set(tables.map(({ name }) => name));
  return { schema: org.schema, timeZone: org.timeZone, isLarge: (table) => large.has(table), revision, bin: await readBin(session, org) };
}

async function readBin(session: SqlSession, org: Org): Promise<readonly BinnedThing[]> {
  const rows = await session.run<Omit<BinnedThing, 'field' | 'columnName'> & { field: string | null; columnName: string | null }>(sql`
    select id, kind, object, field, document, table_name as "tableName", column_name as "columnName"
    from ${sql.id(org.schema, '_removed')} order by removed_at, revision`);
  return rows.map(({ field, columnName, ...row }) => ({ ...row, ...(field !== null && { field }), ...(columnName !== null && { columnName }) }));
}
