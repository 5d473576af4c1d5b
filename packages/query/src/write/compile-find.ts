import type { FieldModel } from '@guanxi/metadata';
import { sql } from 'kysely';
import { columnType } from '../compile/column-types.js';
import { allOf, column, Compilation, readableField, visible, type Ground } from '../compile/compilation.js';
import { inner } from '../compile/inner.js';
import { Slot } from '../statement/slot.js';
import { compileStatement, type Statement } from '../statement/statement.js';

/** Finds records by the values of one field: rows of `key` (as text) and `id`. The run's variable `keys` is the list of values. */
export function compileFind(request: { readonly object: string; readonly field: string }, ground: Ground): Statement {
  const compilation = new Compilation(ground, inner);
  const table = compilation.table(request.object);
  const field: FieldModel = readableField(table, request.field);
  const value = column(table, field);
  const keys = sql`${new Slot(({ variables }) => variables['keys'])}::${columnType(field)}[]`;
  const predicates = [sql<boolean>`${value} = any(${keys})`, ...visible(table)];
  return compileStatement(sql`select ${value}::text as key, ${sql.id(table.alias, 'id')} as id from ${table.from} where ${allOf(predicates)}`);
}
