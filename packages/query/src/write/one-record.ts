import { sql, type RawBuilder } from 'kysely';
import type { Compilation, Table } from '../compile/compilation.js';
import { compileColumns } from '../compile/compile-row.js';
import { orgTable } from '../org-tables.js';
import { oneRow } from './one-row.js';
import { noteColumns, type RowSource } from './write-parts.js';
import type { WriteProblemCode, WriteRequest } from './write-request.js';

// What a statement about one record does without: PostgreSQL sets up and takes down each part of a statement for every run, and of
// one record that is as much work as writing it. Whatever wants more than this goes the way of many rows.

/** Whether a request is about one record that is written, or refused as a whole. */
export function isOneRecord({ partial, checkOnly, found, uneven }: WriteRequest, source: RowSource | undefined): boolean {
  return source === oneRow && !partial && !checkOnly && !found && !uneven;
}

/** What else can be wrong than with the record itself. */
export interface Others {
  readonly tables: readonly RawBuilder<unknown>[];
  /** That nothing of it is. */
  readonly none: readonly RawBuilder<boolean>[];
}

export function compileOthers(found: readonly RawBuilder<unknown>[], checks: { readonly tables: readonly RawBuilder<unknown>[]; readonly branches: readonly RawBuilder<unknown>[] }): Others {
  const branches = [...found, ...checks.branches];
  if (branches.length === 0) return { tables: [], none: [] };
  return { tables: [...checks.tables, sql`problem as materialized (${sql.join(branches, sql` union all `)})`], none: [sql<boolean>`not exists (select from problem)`] };
}

/** True while another revision is published than the statement was made for; undefined where nobody counts them. */
export function isStale({ ground: { schema, revision } }: Compilation): RawBuilder<boolean> | undefined {
  return revision === undefined ? undefined : sql<boolean>`exists (select from ${orgTable(schema, 'revision')} where number not in (0, ${revision}::integer))`;
}

/** The note of the one record that was written, `record r`, and its event. */
export function compileNote(kind: 'created' | 'updated', { table, compilation, changes, silent = false }: Noted): RawBuilder<unknown>[] {
  const { columns, values } = noteColumns(kind, table, sql`r.id`, changes);
  const { schema } = compilation.ground;
  return [
    sql`history as (insert into ${orgTable(schema, 'history')} (${columns}) select ${values} from record r cross join input i returning id)`,
    ...(silent ? [] : [sql`event as (insert into ${orgTable(schema, 'event')} (lane, history_id) select 0, id from history)`]),
  ];
}

interface Noted {
  readonly table: Table;
  readonly compilation: Compilation;
  /** Over `record r` and `input i`. */
  readonly changes: RawBuilder<unknown>;
  readonly silent?: boolean | undefined;
}

/** What can be wrong with the record itself, the first that holds; `told` is what else was found, in a table `problem`. */
export interface Faults {
  readonly cases: readonly { readonly when: RawBuilder<boolean>; readonly code: WriteProblemCode; readonly version?: RawBuilder<unknown> }[];
  readonly stale?: RawBuilder<boolean> | undefined;
  readonly told: boolean;
}

/** The column `problems`, over `input i`: asked only where nothing was written. */
export function compileFaults({ cases, stale, told }: Faults): RawBuilder<unknown> {
  const all = [...(stale ? [{ when: stale, code: 'STALE_MODEL' as const, version: undefined }] : []), ...cases];
  if (all.length === 0 && !told) return sql`null::text as problems`;
  const code = all.length === 0 ? sql`null::text` : sql`case ${sql.join(all.map((one) => sql`when ${one.when} then ${sql.lit(one.code)}`), sql` `)} end`;
  const version = cases.flatMap((one) => (one.version ? [sql`when ${sql.lit(one.code)} then ${one.version}`] : []));
  const versionOf = version.length === 0 ? sql`null::bigint` : sql`case f.code ${sql.join(version, sql` `)} end`;
  const row = stale ? sql`case f.code when 'STALE_MODEL' then null else i."_row" end` : sql`i."_row"`;
  const fault = sql`select ${row} as "row", null::text as field, f.code, ${versionOf} as version from (select ${code} as code) f where f.code is not null`;
  const list = told ? sql`select json_agg(p order by p."row", p.field) from (select * from problem union all ${fault}) p` : sql`select json_build_array(p) from (${fault}) p`;
  return sql`case when r.id is null then (${list}) end::text as problems`;
}

/** The column that answers the record; `row` selects its columns and nothing else. */
export function compileOneAnswer({ select, answer }: WriteRequest, table: Table, compilation: Compilation, row: RawBuilder<unknown>): RawBuilder<unknown> {
  if (select.length === 0) return sql`null::text as records`;
  const record = sql`select ${compileColumns(select, { ...table, alias: 'w' }, compilation)} from (${row}) w`;
  return answer === 'one' ? sql`(select row_to_json(n.*) from (${record}) n)::text as records` : sql`(select json_build_array(row_to_json(n.*)) from (${record}) n)::text as records`;
}
