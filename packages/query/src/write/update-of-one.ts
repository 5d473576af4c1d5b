import type { FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { allOf, visible, within, type Compilation, type Table } from '../compile/compilation.js';
import { compileStatement, type Statement } from '../statement/statement.js';
import { compileFaults, compileNote, compileOneAnswer, isStale, type Others } from './one-record.js';
import { rowWith } from './one-row.js';
import { ACTOR, AT, columnList, withTables, writtenTable } from './write-parts.js';
import type { WriteRequest } from './write-request.js';

export interface UpdateOfOne {
  readonly request: WriteRequest;
  readonly table: Table;
  readonly compilation: Compilation;
  /** What the row brings. */
  readonly fields: readonly FieldModel[];
  readonly answered: readonly FieldModel[];
  /** Whose present values somebody asks for. */
  readonly held: readonly { readonly column: string }[];
  readonly others: Others;
  /** `{ field: [old, new] }` over `held h` and `input i`, an empty object where they are the same. */
  difference(field: FieldModel): RawBuilder<unknown>;
}

/** Changes one record, if a value really differs: held, compared, written, noted and answered in one statement of few parts. */
export function compileUpdateOfOne({ request, table, compilation, fields, answered, held, others, difference }: UpdateOfOne): Statement {
  const stale = isStale(compilation);
  const brought = rowWith(['_row', '_id', '_version', ...(others.tables.length > 0 ? (['_set'] as const) : [])], fields);
  const allowed = within(table, 'edit');
  const needed = [...table.object.fields.filter(({ name }) => name === 'id' || name === 'version'), ...held];
  const columns = [columnList(needed, table.alias), ...(allowed.length > 0 ? [sql`(${allOf(allowed)}) as "_allowed"`] : [])];
  const wanted = sql<boolean>`${sql.id(table.alias, 'id')} = i."_id"`;
  const refused = sql<boolean>`h."_allowed" is not true`;
  const outdated = sql<boolean>`h.version <> i."_version"`;
  const differs = fields.map(({ column }) => sql<boolean>`${sql.id('h', column)} is distinct from ${sql.id('i', column)}`);
  const isWritten = [
    sql<boolean>`t.id = h.id`,
    sql<boolean>`(${differs.length > 0 ? sql.join(differs, sql` or `) : sql`false`})`,
    ...(allowed.length > 0 ? [sql<boolean>`h."_allowed"`] : []),
    sql<boolean>`(${outdated}) is not true`,
    ...(stale ? [sql<boolean>`not ${stale}`] : []),
    ...others.none,
  ];
  const assignments = [
    sql`updated_at = ${AT}`,
    sql`updated_by = ${ACTOR}`,
    sql`version = t.version + 1`,
    ...fields.map(({ column }) => sql`${sql.id(column)} = ${sql.id('i', column)}`),
  ];
  const id = table.object.fields.filter(({ name }) => name === 'id');
  const changes = differs.length > 0 ? sql.join(fields.map(difference), sql` || `) : sql`'{}'::jsonb`;
  const record = sql`update ${writtenTable(table, compilation)} t set ${sql.join(assignments)} from held h cross join input i where ${allOf(isWritten)}
    returning ${columnList([...id, ...answered], 't')}, ${changes} as "_changes"`;
  const faults = compileFaults({
    stale,
    told: others.tables.length > 0,
    cases: [
      { when: sql<boolean>`h.id is null`, code: 'NOT_FOUND' },
      ...(allowed.length > 0 ? [{ when: refused, code: 'FORBIDDEN' as const }] : []),
      { when: outdated, code: 'CONFLICT', version: sql`h.version` },
    ],
  });
  // What did not change is answered as it is.
  const now = [...new Set(answered.map(({ column }) => column))].map((column) => sql`case when r.id is null then ${sql.id('h', column)} else ${sql.id('r', column)} end as ${sql.id(column)}`);
  return compileStatement(
    sql`${withTables(
      [
        sql`input as not materialized (${brought})`,
        sql`held as materialized (select ${sql.join(columns)} from ${table.from} cross join input i where ${allOf([wanted, ...visible(table)])} for update of ${sql.id(table.alias)})`,
        ...others.tables,
        sql`record as (${record})`,
        ...compileNote('updated', { table, compilation, changes: sql`r."_changes"`, silent: request.silent }),
      ],
      [faults, compileOneAnswer(request, table, compilation, sql`select ${sql.join(now)}`), sql`(r.id is not null)::integer as written`],
    )} from input i left join held h on true left join record r on true`,
  );
}
