import type { FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { columnType, toJson } from '../../compile/column-types.js';
import type { Compilation, Table } from '../../compile/compilation.js';
import type { WriteRequest } from '../write-request.js';
import { compileSaveRules, type RuledRows } from './compile-save-rules.js';
import type { SaveRule, SaveStep } from './save-rule.js';

/** What the caller brings, in the table that rules lay theirs over. */
export const BROUGHT = 'brought';

export interface Laying {
  readonly request: WriteRequest;
  readonly rules: readonly SaveRule[];
  readonly table: Table;
  readonly compilation: Compilation;
  /** The fields that some row brings a value for. */
  readonly fields: readonly FieldModel[];
  readonly isNew: boolean;
  /** The value a stored field would have without rules, over `i` (what is brought) and `h` (what is there). */
  now(field: FieldModel): RawBuilder<unknown>;
}

export interface LaidInput {
  /** The table `input`: as brought, with what the rules have set. */
  readonly table: RawBuilder<unknown>;
  /** Branches of `problem`. */
  readonly branches: readonly RawBuilder<unknown>[];
}

/** The rules of an object that speak to a kind of write. What is copied was judged where it came from. */
export function saveRulesOf({ compilation: { ground }, request, isNew }: Pick<Laying, 'compilation' | 'request' | 'isNew'>): readonly SaveRule[] {
  if (request.unchecked) return [];
  return (ground.saveRules?.(request.object) ?? []).filter(({ on }) => on.includes(isNew ? 'create' : 'update'));
}

/** The fields that rules may set. */
export function fieldsOfRules(rules: readonly SaveRule[]): readonly FieldModel[] {
  return [...new Set(rules.flatMap(({ steps }) => steps.flatMap(fieldsOfStep)))];
}

/** The rows that are written instead of the brought ones: one lateral join after the other works out what the rules make of them. */
export function layOverInput({ request, rules, table, compilation, fields, isNew, now }: Laying): LaidInput {
  const platform = compilation.unrestricted;
  const prior = (field: FieldModel) => (isNew ? sql`null::${columnType(field)}` : sql.id('h', field.column));
  const ruled = compileSaveRules(rules, { table: platform.table(table.object.name), compilation: platform, isNew, now, prior });
  const all = [...new Set([...fields, ...ruled.set.keys()])];
  const columns = all.map((field) => sql`${ruled.set.get(field)?.value ?? sql.id('i', field.column)} as ${sql.id(field.column)}`);
  const told = [sql`i."_row"`, sql`i."_id"`, sql`i."_version"`, sql`${setNames(ruled, request, fields, isNew)} as "_set"`, sql`${isNew ? changesOf(ruled) : sql`i."_changes"`} as "_changes"`];
  const from = isNew ? sql`${sql.id(BROUGHT)} i` : sql`${sql.id(BROUGHT)} i left join held h on h.id = i."_id"`;
  const objections = [sql`${ruled.refused} as "_refused"`, sql`${ruled.unfit} as "_unfit"`];
  const branch = (column: string, code: string) =>
    sql`select i."_row" as "row", told as field, ${code}::text as code, null::bigint as version from input i cross join lateral unnest(${sql.id('i', column)}) as told`;
  return {
    table: sql`input as materialized (select ${sql.join([...told, ...objections, ...columns])} from ${from} ${sql.join(ruled.joins, sql` `)})`,
    branches: [branch('_refused', 'REFUSED'), branch('_unfit', 'UNFIT')],
  };
}

/** Of an update: which fields a row brings, those among them that a rule has set. */
function setNames({ set }: RuledRows, { uneven }: WriteRequest, fields: readonly FieldModel[], isNew: boolean): RawBuilder<unknown> {
  if (isNew) return sql`i."_set"`;
  const brought = uneven ? sql`coalesce(i."_set", '[]')` : sql`${JSON.stringify(fields.map(({ name }) => name))}::jsonb`;
  return sql`${brought}${sql.join([...set].map(([field, { isSet }]) => sql` || case when ${isSet} then jsonb_build_array(${field.name}::text) else '[]' end`), sql``)}`;
}

/** Of a creation: `{ field: [null, value] }` without blanks. */
function changesOf({ set }: RuledRows): RawBuilder<unknown> {
  const left = [...set].reduce((changes, [field, { isSet }]) => sql`(${changes} - case when ${isSet} then ${field.name}::text else '' end)`, sql`i."_changes"`);
  const added = [...set].map(([field, { value, isSet }]) => sql` || case when ${isSet} and ${value} is not null then jsonb_build_object(${field.name}::text, jsonb_build_array(null, ${toJson(field, value)})) else '{}' end`);
  return sql`${left}${sql.join(added, sql``)}`;
}

function fieldsOfStep(step: SaveStep): readonly FieldModel[] {
  if (step.kind === 'set') return step.values.map(({ field }) => field);
  return step.kind === 'ways' ? step.ways.flatMap(({ steps }) => steps.flatMap(fieldsOfStep)) : [];
}
