import type { FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { allOf, type Compilation, type Table } from '../compile/compilation.js';
import { compileStatement, type Statement } from '../statement/statement.js';
import { compileFaults, compileNote, compileOneAnswer, isStale, type Others } from './one-record.js';
import { rowWith } from './one-row.js';
import { columnList, withTables } from './write-parts.js';
import type { WriteRequest } from './write-request.js';

export interface CreateOfOne {
  readonly request: WriteRequest;
  readonly table: Table;
  readonly compilation: Compilation;
  /** What the row brings. */
  readonly fields: readonly FieldModel[];
  /** What is asked for of the new record. */
  readonly returned: readonly { readonly column: string }[];
  readonly others: Others;
  /** `insert into … select … from input i`. */
  readonly insert: RawBuilder<unknown>;
  /** Over `record r` and `input i`. */
  readonly changes: RawBuilder<unknown>;
}

/** Makes one record: written, noted and answered in one statement of few parts. */
export function compileCreateOfOne({ request, table, compilation, fields, returned, others, insert, changes }: CreateOfOne): Statement {
  const stale = isStale(compilation);
  const told = others.tables.length > 0;
  const isWritten = [...(stale ? [sql<boolean>`not ${stale}`] : []), ...others.none];
  const answered = [...new Set(returned.map(({ column }) => column))].map((column) => sql.id('r', column));
  return compileStatement(
    sql`${withTables(
      [
        sql`input as not materialized (${rowWith(['_row', '_id', ...(told ? (['_set'] as const) : []), '_changes'], fields)})`,
        ...others.tables,
        sql`record as (${insert} ${isWritten.length > 0 ? sql`where ${allOf(isWritten)}` : sql``} returning ${columnList(returned, table.object.table)})`,
        ...compileNote('created', { table, compilation, changes, silent: request.silent }),
      ],
      [
        compileFaults({ stale, told, cases: [] }),
        compileOneAnswer(request, table, compilation, sql`select ${sql.join(answered)}`),
        sql`(r.id is not null)::integer as written`,
      ],
    )} from input i left join record r on true`,
  );
}
