import { FILE, type FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { isMasterField } from '../access/masters.js';
import { columnType } from '../compile/column-types.js';
import { allOf, column, visible, within, type Compilation, type Ground, type Table } from '../compile/compilation.js';
import { targetOf } from '../compile/compile-condition.js';
import { compileColumns } from '../compile/compile-row.js';
import { orgTable, recordTable } from '../org-tables.js';
import type { Selection } from '../request/read-request.js';
import { Slot } from '../statement/slot.js';
import { mayUseFile } from './may-use-file.js';
import { oneRow } from './one-row.js';
import type { WriteInput, WriteProblem, WriteRequest } from './write-request.js';

export const variable = (name: keyof WriteInput) => new Slot(({ variables }) => variables[name]);

export const AT = sql`${variable('at')}::timestamptz`;
export const ACTOR = sql`${variable('actor')}::uuid`;
const OPERATION = sql`${variable('operation')}::uuid`;

/** Rows that wait in the database: a select of `"_row", "_id", "_version", "_set", "_changes"` and the columns of these fields. */
export type RowSource = (fields: readonly FieldModel[]) => RawBuilder<unknown>;

/** The rows of the run as a table, `input` where nothing is laid over it, each value already of its column's type: out of `source`, or else of the JSON that comes along. */
export function compileInput(fields: readonly FieldModel[], source?: RowSource, name = 'input'): RawBuilder<unknown> {
  if (source) return sql`${sql.id(name)} as ${source === oneRow ? sql`not materialized` : sql`materialized`} (${source(fields)})`;
  const columns = [
    sql`"_row" integer`,
    sql`"_id" uuid`,
    sql`"_version" bigint`,
    sql`"_set" jsonb`,
    sql`"_changes" jsonb`,
    ...fields.map((field) => sql`${sql.id(field.column)} ${columnType(field)}`),
  ];
  return sql`${sql.id(name)} as materialized (select * from jsonb_to_recordset(${variable('rows')}::jsonb) as i(${sql.join(columns)}))`;
}

/** From this many events of one statement on they go to the back lanes, so that a save by hand need not wait for them. */
const MANY = 50;

/** 0 for the few changes of one save; 1 to 8 for those of an operation of many, so that several large ones take turns. */
const LANE = sql`case when count(*) over () > ${sql.lit(MANY)} then 1 + (hashtext(${OPERATION}::text) & 7) else 0 end`;

/** One history row for each row of `changed (id, "_row", "_changes")`, and an event for each of those unless it is `silent`. */
export function compileHistory(
  kind: 'created' | 'updated' | 'deleted' | 'restored',
  table: Table,
  compilation: Compilation,
  changed: RawBuilder<unknown>,
  silent = false,
): RawBuilder<unknown>[] {
  const { schema } = compilation.ground;
  const { columns, values } = noteColumns(kind, table, sql`c.id`, sql`c."_changes"`);
  return [
    sql`history as (insert into ${orgTable(schema, 'history')} (${columns}) select ${values} from (${changed}) c order by c."_row" returning id)`,
    ...(silent ? [] : [sql`event as (insert into ${orgTable(schema, 'event')} (lane, history_id) select ${LANE}, id from history)`]),
  ];
}

/** The columns of a history row, and what stands in them. */
export function noteColumns(kind: 'created' | 'updated' | 'deleted' | 'restored', { object }: Table, id: RawBuilder<unknown>, changes: RawBuilder<unknown>) {
  return {
    columns: sql`object, record_id, kind, changes, actor_id, source, operation_id, at`,
    values: sql`${object.id}::text, ${id}, ${kind}::text, ${changes}, ${ACTOR}, ${variable('source')}::text, ${OPERATION}, ${AT}`,
  };
}

/** A branch of `problem`: rows of `input` (as `i`, with whatever is joined) for which something is wrong. */
export function problemBranch(code: WriteProblem['code'], field: FieldModel | null, from: RawBuilder<unknown>, version = sql`null`): RawBuilder<unknown> {
  return sql`select i."_row" as "row", ${field?.name ?? null}::text as field, ${code}::text as code, ${version}::bigint as version from ${from}`;
}

/** Branches for references that lead nowhere (or to what this person may not see) and for values that another record has. */
export function valueProblems(
  table: Table,
  fields: readonly FieldModel[],
  compilation: Compilation,
  brings: (field: FieldModel) => RawBuilder<boolean>,
): RawBuilder<unknown>[] {
  return fields.flatMap((field) => {
    const value = sql.id('i', field.column);
    const present = allOf([sql<boolean>`${value} is not null`, brings(field)]);
    const branches: RawBuilder<unknown>[] = [];
    if (field.target !== undefined) {
      const target = compilation.table(targetOf(field));
      // Who makes a detail changes its master.
      const editable = isMasterField(field) ? within(target, 'edit') : [];
      const found = allOf([sql<boolean>`${sql.id(target.alias, 'id')} = ${value}`, ...visible(target), ...editable, ...(field.target === FILE ? [mayUseFile(target, compilation)] : [])]);
      branches.push(problemBranch('REFERENCE_NOT_FOUND', field, sql`input i where ${present} and not exists (select from ${target.from} where ${found})`));
    }
    if (field.type === 'image') {
      const file = compilation.table(FILE);
      const isOther = sql`${sql.id(file.alias, 'id')} = ${value} and ${sql.id(file.alias, 'content_type')} not like 'image/%'`;
      branches.push(problemBranch('NOT_AN_IMAGE', field, sql`input i where ${present} and exists (select from ${file.from} where ${isOther})`));
    }
    if (field.unique) {
      const other = compilation.table(table.object.name);
      const taken = sql`${column(other, field)} = ${value} and ${sql.id(other.alias, 'id')} <> i."_id" and ${sql.id(other.alias, 'deleted_at')} is null`;
      branches.push(problemBranch('NOT_UNIQUE', field, sql`input i where ${present} and exists (select from ${other.from} where ${taken})`));
    }
    return branches;
  });
}

export interface Problems {
  /** The `problem` table, when anything can be wrong. */
  readonly tables: readonly RawBuilder<unknown>[];
  /** True while nothing is wrong: with any row, or of a partial write with this one (its number in `"_row"` of an alias). */
  readonly none: (alias: string) => RawBuilder<boolean>;
  /** The column that tells them. */
  readonly answer: RawBuilder<unknown>;
}

/** `checks` adds branches of its own, and the tables they read. */
export function compileProblems(
  request: WriteRequest,
  { ground }: Compilation,
  found: readonly RawBuilder<unknown>[],
  checks: { readonly tables: readonly RawBuilder<unknown>[]; readonly branches: readonly RawBuilder<unknown>[] } = { tables: [], branches: [] },
): Problems {
  const branches = [...found, ...checks.branches, ...staleModel(ground)];
  const written = sql<boolean>`${sql.lit(request.checkOnly !== true)}`;
  if (branches.length === 0) return { tables: [], none: () => written, answer: sql`null::text as problems` };
  const good = (alias: string) =>
    request.partial
      ? sql<boolean>`${sql.id(alias, '_row')} not in (select "row" from problem where "row" is not null) and not exists (select from problem where "row" is null)`
      : sql<boolean>`not exists (select from problem)`;
  return {
    tables: [...checks.tables, sql`problem as materialized (${sql.join(branches, sql` union all `)})`],
    none: request.checkOnly ? () => written : good,
    answer: sql`(select json_agg(p order by p."row", p.field) from problem p)::text as problems`,
  };
}

/** A statement made for another revision than the published one might miss a rule or a roll-up. 0 stands where nobody counts: on stages and in tests. */
function staleModel({ schema, revision }: Ground): RawBuilder<unknown>[] {
  if (revision === undefined) return [];
  const columns = sql`null::integer as "row", null::text as field, 'STALE_MODEL'::text as code, number::bigint as version`;
  return [sql`select ${columns} from ${orgTable(schema, 'revision')} where number not in (0, ${revision}::integer)`];
}

/** The fields whose columns a selection needs. */
export function selectedFields(table: Table, selection: Selection): readonly FieldModel[] {
  const names = new Set(selection.flatMap((selected) => (selected.kind === 'value' ? [selected.field] : [])));
  return table.object.fields.filter((field) => names.has(field.name));
}

/** The column that answers the written records, taken from `rows`, which have the columns of the record and `_row`. */
export function compileAnswer(request: WriteRequest, table: Table, compilation: Compilation, rows: RawBuilder<unknown>): RawBuilder<unknown> {
  if (request.select.length === 0) return sql`null::text as records`;
  const written: Table = { ...table, alias: 'w' };
  const columns = compileColumns(request.select, written, compilation);
  const records = sql`select ${columns} from (${rows}) w order by w."_row"`;
  return request.answer === 'one'
    ? sql`(select row_to_json(n.*) from (${records}) n)::text as records`
    : sql`(select coalesce(json_agg(n.*), '[]') from (${records}) n)::text as records`;
}

export function writtenTable(table: Table, compilation: Compilation): RawBuilder<unknown> {
  return recordTable(compilation.ground.schema, table.object);
}

export function columnList(fields: readonly { readonly column: string }[], alias: string): RawBuilder<unknown> {
  const names = [...new Set(fields.map((field) => field.column))];
  return sql.join(names.map((name) => sql.id(alias, name)));
}

export function withTables(tables: readonly RawBuilder<unknown>[], columns: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`with ${sql.join(tables)} select ${sql.join(columns)}`;
}
