import type { TableParts } from '@guanxi/metadata';
import { sql } from 'kysely';
import type { SqlSession } from '../../database/sql-session.js';

/** What the tables of an org lack, or have and should not. */
export interface Unfinished {
  readonly indexes: TableParts['works'];
  /** Names of indexes whose building was broken off. */
  readonly invalid: ReadonlySet<string>;
  /** Foreign keys that have not been checked; `create` is empty where they are there. */
  readonly constraints: TableParts['works'];
  /** Checks that stand for NOT NULL; those that are not wanted any more go. */
  readonly checks: readonly { readonly table: string; readonly column: string; readonly check: string; readonly isWanted: boolean }[];
}

export async function readUnfinished(session: SqlSession, schema: string, { works, required }: TableParts): Promise<Unfinished> {
  const indexes = await session.run<{ name: string; valid: boolean }>(sql`
    select c.relname as name, i.indisvalid as valid from pg_index i join pg_class c on c.oid = i.indexrelid where c.relnamespace = ${schema}::regnamespace`);
  const valid = new Map(indexes.map((index) => [index.name, index.valid]));
  const constraints = await session.run<{ name: string; table: string; kind: string; validated: boolean; column: string | null }>(sql`
    select con.conname as name, c.relname as "table", con.contype as kind, con.convalidated as validated,
      (select attname from pg_attribute where attrelid = con.conrelid and attnum = con.conkey[1]) as "column"
    from pg_constraint con join pg_class c on c.oid = con.conrelid where con.connamespace = ${schema}::regnamespace and con.contype in ('f', 'c')`);
  const keys = new Map(constraints.filter(({ kind }) => kind === 'f').map((constraint) => [constraint.name, constraint.validated]));
  const wanted = new Set(required.map(({ table, column }) => `${table} ${column}`));
  return {
    indexes: works.filter(({ kind, name }) => kind === 'index' && valid.get(name) !== true),
    invalid: new Set(indexes.filter((index) => !index.valid).map(({ name }) => name)),
    constraints: works.filter(({ kind, name }) => kind === 'constraint' && keys.get(name) !== true).map((work) => (keys.has(work.name) ? { ...work, create: [] } : work)),
    checks: constraints
      .filter(({ kind, name, table, column }) => kind === 'c' && !table.startsWith('_') && column !== null && name.includes('__'))
      .map(({ name, table, column }) => ({ table, column: column ?? '', check: name, isWanted: wanted.has(`${table} ${column}`) })),
  };
}
