import { fieldType } from '@guanxi/field-types';
import type { FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import type { MemberSelection, PartField, SelectedField, Selection } from '../request/read-request.js';
import { displayText, toJson } from './column-types.js';
import { fieldExpression } from './field-expression.js';
import { relatedTable, targetOf } from './compile-condition.js';
import { allOf, readableField, visible, type Compilation, type Table } from './compilation.js';

/** The columns of one record's JSON, each under its key in the answer. */
export function compileColumns(selection: Selection, table: Table, compilation: Compilation): RawBuilder<unknown> {
  return sql.join(selection.map((field) => sql`${compileField(field, table, compilation)} as ${sql.id(field.key)}`));
}

/** One record's JSON, where the row is already at hand. */
export function compileNode(selection: Selection, table: Table, compilation: Compilation): RawBuilder<unknown> {
  return sql`(select row_to_json(n.*) from (select ${compileColumns(selection, table, compilation)}) n)`;
}

function compileField(selected: SelectedField, table: Table, compilation: Compilation): RawBuilder<unknown> {
  if (selected.kind === 'typename') return sql`${sql.lit(selected.name ?? table.object.name)}::text`;
  if (selected.kind === 'page') {
    const { table: related, link } = relatedTable(table, selected.relation, compilation);
    return compilation.inner.page(selected.page, related, compilation, [link]);
  }
  const field = readableField(table, selected.field);
  if (selected.kind === 'union') return compileUnion(selected.select, table, compilation);
  const value = fieldExpression(table, field, compilation);
  return selected.kind === 'one' ? compileReferred(selected.select, value, targetOf(field), compilation) : compileValueOf(selected, field, value);
}

/** The JSON of a value, or of pieces of it. */
export function compileValueOf(selected: Extract<SelectedField, { kind: 'value' | 'parts' }>, field: FieldModel, value: RawBuilder<unknown>): RawBuilder<unknown> {
  return selected.kind === 'value' ? toJson(field, value) : compileParts(selected.select, field, value);
}

/** The JSON of the record behind an id, or null where it is gone or hidden. */
export function compileReferred(selection: Selection, id: RawBuilder<unknown>, object: string, compilation: Compilation): RawBuilder<unknown> {
  const target: Table = { ...compilation.table(object), takesFew: true };
  return compileOne(selection, target, [sql<boolean>`${sql.id(target.alias, 'id')} = ${id}`, ...visible(target)], compilation);
}

/** At most one of the lookups holds a record. */
function compileUnion(members: readonly MemberSelection[], table: Table, compilation: Compilation): RawBuilder<unknown> {
  const branches = members.map(({ member, select }) => {
    const field = readableField(table, member);
    const id = fieldExpression(table, field, compilation);
    return sql`when ${id} is not null then ${compileReferred(select, id, targetOf(field), compilation)}`;
  });
  return branches.length === 0 ? sql`null::json` : sql`case ${sql.join(branches, sql` `)} end`;
}

function compileParts(selection: readonly PartField[], field: FieldModel, value: RawBuilder<unknown>): RawBuilder<unknown> {
  const columns = selection.map((selected) => sql`${compilePart(selected, field, value)} as ${sql.id(selected.key)}`);
  return sql`case when ${value} is not null then (select row_to_json(n.*) from (select ${sql.join(columns)}) n) end`;
}

function compilePart(selected: PartField, field: FieldModel, value: RawBuilder<unknown>): RawBuilder<unknown> {
  if (selected.kind === 'typename') return sql`${sql.lit(selected.name)}::text`;
  if (selected.kind === 'text') return displayText(field, value);
  const part = fieldType(field.value.type).parts?.[selected.part];
  if (!part) throw new Error(`${field.name} has no part ${selected.part}.`);
  return part.scalar === 'Decimal' ? sql`${part.extract(value)}::text` : part.extract(value);
}

/** The JSON of the one record that fulfils the predicates, or null. */
export function compileOne(
  selection: Selection,
  table: Table,
  predicates: readonly RawBuilder<boolean>[],
  compilation: Compilation,
): RawBuilder<unknown> {
  const columns = compileColumns(selection, table, compilation);
  return sql`(select row_to_json(n.*) from (select ${columns} from ${table.from} where ${allOf(predicates)}) n)`;
}
