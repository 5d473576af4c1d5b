import { columnTypeSql, fieldType, type ColumnType } from '@guanxi/field-types';
import { isImmutable } from '@guanxi/formula';
import { fitToColumn, type FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { orgTable } from '../org-tables.js';
import type { SelectedField, Selection } from '../request/read-request.js';
import { InputError } from '../statement/slot.js';
import { allOf, column, readableField, within, type Compilation, type Table } from './compilation.js';
import { targetOf } from './compile-condition.js';
import { compileReferred, compileValueOf } from './compile-row.js';
import { fieldExpression } from './field-expression.js';
import { compileValue } from './record-formula.js';

/**
 * The record as it was at an instant: what its history says has changed since is put back. Null before it was made and while
 * it was in the bin. Who may read it is decided by what it is now.
 */
export function compileAsOf(selection: Selection, table: Table, id: RawBuilder<unknown>, at: RawBuilder<unknown>, compilation: Compilation): RawBuilder<unknown> {
  const { schema } = compilation.ground;
  const history = orgTable(schema, 'history');
  const alias = compilation.alias();
  const own = sql.id(table.alias, 'id');
  const changed = sql`select distinct on (e.key) e.key, e.value -> 0 as earlier from ${history} h, jsonb_each(h.changes) e where h.record_id = ${own} and h.at > ${at} order by e.key, h.id`;
  const last = (of: string) => sql`(select h.${sql.id(of)} from ${history} h where h.record_id = ${own} and h.at <= ${at} order by h.id desc limit 1)`;
  const past: Past = {
    value: (name) => sql`${sql.id(alias, 'past')} -> ${name}::text`,
    has: (name) => sql<boolean>`${sql.id(alias, 'past')} ? ${name}::text`,
    made: {
      version: sql`${column(table, { column: 'version' })} - (select count(*) from ${history} h where h.record_id = ${own} and h.at > ${at})`,
      updatedAt: sql`coalesce(${last('at')}, ${column(table, { column: 'created_at' })})`,
      updatedBy: sql`coalesce(${last('actor_id')}, ${column(table, { column: 'created_by' })})`,
    },
  };
  const then: Table = { ...table, values: pastValues(table, past, compilation) };
  const columns = sql.join(selection.map((selected) => sql`${compileField(selected, then, at, compilation)} as ${sql.id(selected.key)}`));
  const binned = sql`(select h.kind from ${history} h where h.record_id = ${own} and h.at <= ${at} and h.kind in ('deleted', 'restored') order by h.id desc limit 1)`;
  const there = [sql<boolean>`${own} = ${id}`, ...within(table, 'read'), sql<boolean>`${column(table, { column: 'created_at' })} <= ${at}`, sql<boolean>`${binned} is distinct from 'deleted'`];
  const record = sql`${table.from} cross join lateral (select coalesce(jsonb_object_agg(c.key, c.earlier), '{}') as past from (${changed}) c) ${sql.id(alias)}`;
  return sql`(select row_to_json(n.*) from (select ${columns} from ${record} where ${allOf(there)}) n)`;
}

/** What the history knows of the time after the instant. */
interface Past {
  value(name: string): RawBuilder<unknown>;
  has(name: string): RawBuilder<boolean>;
  /** The platform's own notes of each change, which are no changes themselves. */
  readonly made: Readonly<Record<string, RawBuilder<unknown>>>;
}

function pastValues(table: Table, past: Past, compilation: Compilation): ReadonlyMap<string, RawBuilder<unknown>> {
  const kept = table.object.fields.filter(isKept);
  const values = new Map(
    kept.map((field): [string, RawBuilder<unknown>] => {
      const earlier = fromHistory(past.value(field.name), fieldType(field.value.type).column(field.value.settings));
      return [field.name, past.made[field.name] ?? sql`case when ${past.has(field.name)} then ${earlier} else ${column(table, field)} end`];
    }),
  );
  const then: Table = { ...table, values: new Map(values) };
  for (const field of table.object.fields.filter((one) => followsFromRecord(one, table))) {
    if (field.formula) values.set(field.name, fitToColumn(field, compileValue(field.formula, then, compilation, fieldExpression)));
  }
  return values;
}

function isKept(field: FieldModel): boolean {
  return field.storage === 'column';
}

/** Whether a formula comes to the same whenever the record is the same. */
function followsFromRecord({ formula }: FieldModel, { object }: Table): boolean {
  return formula !== undefined && isImmutable(formula) && formula.references.every(([name = '', ...rest]) => {
    const field = object.fieldByName.get(name);
    return field !== undefined && isKept(field) && (rest.length === 0 || field.target === undefined);
  });
}

/** A value as the history keeps it (as the API carries it) in the type of its column; null where it is of an earlier kind that does not fit. */
function fromHistory(value: RawBuilder<unknown>, type: ColumnType): RawBuilder<unknown> {
  const text = sql`((${value}) #>> '{}')`;
  if (type.name === 'jsonb') return sql`nullif(${value}, 'null')`;
  if (type.name === 'text') return text;
  if (type.name === 'text[]') return sql`case when jsonb_typeof(${value}) = 'array' then array(select jsonb_array_elements_text(${value})) end`;
  const bare = columnTypeSql({ name: type.name });
  return sql`case when pg_input_is_valid(${text}, ${sql.lit(type.name)}) then ${text}::${bare} end`;
}

function compileField(selected: SelectedField, table: Table, at: RawBuilder<unknown>, compilation: Compilation): RawBuilder<unknown> {
  if (selected.kind === 'typename') return sql`${sql.lit(selected.name ?? table.object.name)}::text`;
  if (selected.kind === 'page') throw notKept(table, selected.relation);
  if (selected.kind === 'union') {
    const branches = selected.select.map(({ member, select }) => sql`when ${pastOf(table, member)} is not null then ${compileReferredAsOf(select, table, readableField(table, member), at, compilation)}`);
    return branches.length === 0 ? sql`null::json` : sql`case ${sql.join(branches, sql` `)} end`;
  }
  const value = pastOf(table, selected.field);
  const field = readableField(table, selected.field);
  return selected.kind === 'one' ? compileReferredAsOf(selected.select, table, field, at, compilation) : compileValueOf(selected, field, value);
}

/** The record that was pointed to then, as it was then; people and files as they are now. */
function compileReferredAsOf(select: Selection, table: Table, field: FieldModel, at: RawBuilder<unknown>, compilation: Compilation): RawBuilder<unknown> {
  const target = compilation.ground.model.objectByName.get(targetOf(field));
  const id = pastOf(table, field.name);
  if (target?.platform) return compileReferred(select, id, target.name, compilation);
  return compileAsOf(select, compilation.table(targetOf(field)), id, at, compilation);
}

function pastOf(table: Table, name: string): RawBuilder<unknown> {
  const value = table.values?.get(readableField(table, name).name);
  if (!value) throw notKept(table, name);
  return value;
}

function notKept({ object }: Table, name: string): InputError {
  return new InputError(
    `${object.name}.${name} cannot be read "asOf" an earlier time: only values that were written, what formulas make of the record's own values, and the records that its references led to.`,
  );
}
