import { sql } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';
import type { BackupSequence, BackupTable } from './backup-format.js';
import { platformTables, tablesLeftBehind } from './platform-tables.js';

interface ColumnRow {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** Place in the primary key, from 1. */
  readonly key: number | null;
}

/** The tables of an org's schema with the columns that a backup carries: neither what follows from others nor the server's transaction ids. */
export async function readTables(session: SqlSession, schema: string): Promise<readonly BackupTable[]> {
  const rows = await session.run<ColumnRow>(sql`
    select class.relname as "table", attribute.attname as name, format_type(attribute.atttypid, attribute.atttypmod) as type, attribute.attnotnull as required,
      array_position(pk.conkey, attribute.attnum) as key
    from pg_class class
    join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped
    left join pg_constraint pk on pk.conrelid = class.oid and pk.contype = 'p'
    where class.relnamespace = ${schema}::regnamespace and class.relkind = 'r' and class.relpersistence = 'p' and attribute.attgenerated = '' and attribute.atttypid <> 'xid8'::regtype
    order by class.relname collate "C", attribute.attnum`);
  const tables = new Map<string, ColumnRow[]>();
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), row]);
  return [...tables].filter(([name]) => !tablesLeftBehind.has(name)).map(([name, columns]) => ({
    place: 'org',
    name,
    columns: columns.map(({ name: column, type, required }) => ({ name: column, type, required })),
    key: columns.filter(({ key }) => key !== null).sort((left, right) => (left.key ?? 0) - (right.key ?? 0)).map(({ name: column }) => column),
  }));
}

export async function readPlatformTables(session: SqlSession): Promise<readonly BackupTable[]> {
  const rows = await session.run<{ table: string; name: string; type: string; required: boolean }>(sql`
    select class.relname as "table", attribute.attname as name, format_type(attribute.atttypid, attribute.atttypmod) as type, attribute.attnotnull as required
    from pg_class class join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped
    where class.relnamespace = 'guanxi'::regnamespace and class.relname = any(${platformTables.map(({ name }) => name)}::text[])`);
  return platformTables.map(({ name, columns, key }) => ({
    place: 'platform',
    name,
    key,
    columns: columns.map((column) => {
      const found = rows.find((row) => row.table === name && row.name === column);
      return { name: column, type: found?.type ?? 'text', required: found?.required ?? false };
    }),
  }));
}

/** The numbers that columns were given so far. */
export function readSequences(session: SqlSession, schema: string): Promise<BackupSequence[]> {
  return session.run<BackupSequence>(sql`
    select class.relname as "table", attribute.attname as "column", pg_sequence_last_value(sequence.oid)::text as last
    from pg_class sequence
    join pg_depend depend on depend.objid = sequence.oid and depend.classid = 'pg_class'::regclass and depend.refclassid = 'pg_class'::regclass and depend.deptype in ('a', 'i')
    join pg_class class on class.oid = depend.refobjid
    join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attnum = depend.refobjsubid
    where sequence.relnamespace = ${schema}::regnamespace and sequence.relkind = 'S' order by 1, 2`);
}
