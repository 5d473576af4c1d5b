import { sql, type RawBuilder } from 'kysely';
import type { SelectedField, Selection } from '../request/read-request.js';
import { toJson } from './column-types.js';
import { relatedTable, targetOf } from './compile-condition.js';
import { allOf, column, readableField, visible, type Compilation, type Table } from './compilation.js';

/** The columns of one record's JSON, each under its key in the answer. */
export function compileColumns(selection: Selection, table: Table, compilation: Compilation): RawBuilder<unknown> {
  return sql.join(selection.map((field) => sql`${compileField(field, table, compilation)} as ${sql.id(field.key)}`));
}

/** One record's JSON, where the row is already at hand. */
export function compileNode(selection: Selection, table: Table, compilation: Compilation): RawBuilder<unknown> {
  return sql`(select row_to_json(n) from (select ${compileColumns(selection, table, compilation)}) n)`;
}

function compileField(selected: SelectedField, table: Table, compilation: Compilation): RawBuilder<unknown> {
  if (selected.kind === 'typename') return sql`${sql.lit(table.object.name)}::text`;
  if (selected.kind === 'page') {
    const { table: related, link } = relatedTable(table, selected.relation, compilation);
    return compilation.compilePage(selected.page, related, compilation, [link]);
  }
  const field = readableField(table, selected.field);
  if (selected.kind === 'value') return toJson(field, column(table, field));
  const target = compilation.table(targetOf(field));
  const predicates = [sql<boolean>`${sql.id(target.alias, 'id')} = ${column(table, field)}`, ...visible(target)];
  return compileOne(selected.select, target, predicates, compilation);
}

/** The JSON of the one record that fulfils the predicates, or null. */
export function compileOne(
  selection: Selection,
  table: Table,
  predicates: readonly RawBuilder<boolean>[],
  compilation: Compilation,
): RawBuilder<unknown> {
  const columns = compileColumns(selection, table, compilation);
  return sql`(select row_to_json(n) from (select ${columns} from ${table.from} where ${allOf(predicates)}) n)`;
}
