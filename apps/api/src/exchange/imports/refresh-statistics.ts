import type { Model } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { SqlSession } from '../../database/sql-session.js';

/**
 * Tells PostgreSQL how large the tables are after an import. Until autovacuum comes by, some minutes later, it would plan
 * for the empty tables it remembers: a simulation over 70,000 orders then takes minutes in place of a second.
 */
export async function refreshStatistics(session: SqlSession, schema: string, model: Model, objectNames: readonly string[]): Promise<void> {
  const objects = objectNames.flatMap((name) => model.objectByName.get(name) ?? []);
  for (const object of objects) await analyzeColumns(session, schema, object.table, recordTable(schema, object));
  await session.run(sql`analyze ${orgTable(schema, 'history')} (id, object, record_id, kind, operation_id, at, xact)`);
}

/** By the names of its columns: else the terms of every search index are made for 30,000 records, which takes ten seconds. Autovacuum does that in its time. */
async function analyzeColumns(session: SqlSession, schema: string, name: string, table: RawBuilder<unknown>): Promise<void> {
  const columns = await session.run<{ name: string }>(sql`select a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${schema} and c.relname = ${name} and a.attnum > 0 and not a.attisdropped`);
  if (columns.length > 0) await session.run(sql`analyze ${table} (${sql.join(columns.map((column) => sql.id(column.name)))})`);
}
