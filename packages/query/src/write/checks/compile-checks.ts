import { exactColumn, type FieldModel, type ObjectModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { columnType } from '../../compile/column-types.js';
import type { Compilation, Table } from '../../compile/compilation.js';
import { fieldExpression } from '../../compile/field-expression.js';
import { compileTest, compileValue } from '../../compile/record-formula.js';
import type { Check, CheckedRows } from './check.js';
import { fieldLeaves } from './field-leaves.js';

/** The rows of a run in SQL, before they are written. */
export interface RowStates {
  /** Whose records they are. */
  readonly table: Table;
  readonly compilation: Compilation;
  /** `input i`, with `held h` beside it where the records were there before. */
  readonly from: RawBuilder<unknown>;
  /** New records have no old state. */
  readonly isNew: boolean;
  /** The value that a stored field would have. */
  now(field: FieldModel): RawBuilder<unknown>;
}

export interface CompiledChecks {
  /** The table `state`: the new state of each row, with all that the checks read. Empty without checks. */
  readonly tables: readonly RawBuilder<unknown>[];
  readonly branches: readonly RawBuilder<unknown>[];
}

const NOTHING: CompiledChecks = { tables: [], branches: [] };

/** The fields that `held` has to carry for the checks. */
export function fieldsOfChecks(checks: readonly Check[], { object }: Table): readonly { readonly column: string }[] {
  const generated = checks.flatMap(({ reads }) => reads.filter(({ storage }) => storage === 'generated'));
  return withExactSums([...new Set([...leavesOf(checks, object), ...generated])]);
}

export function compileChecks(checks: readonly Check[], states: RowStates): CompiledChecks {
  if (checks.length === 0) return NOTHING;
  const rows = checkedRows(states);
  const from = states.isNew ? sql`state n` : sql`state n join held h on h.id = n.id`;
  const branches = checks.map((check) => {
    const told = sql`n."_row" as "row", ${check.subject}::text as field, ${check.code}::text as code, null::bigint as version`;
    return sql`select ${told} from ${from} where ${check.wrong(rows)}`;
  });
  return { tables: [sql`state as materialized (${stateTable(checks, states)})`], branches };
}

function checkedRows({ table, compilation, isNew }: RowStates): CheckedRows {
  const platform = compilation.unrestricted;
  const own = platform.table(table.object.name);
  const now: Table = { ...own, alias: 'n', from: sql`state as n` };
  const before: Table = isNew ? now : { ...own, alias: 'h', from: sql`held as h` };
  const value = (field: FieldModel) => sql.id('n', field.column);
  const prior = (field: FieldModel) => (isNew ? sql`null::${columnType(field)}` : sql.id('h', field.column));
  return {
    now,
    compilation: platform,
    holds: (formula) => sql<boolean>`coalesce(${compileTest(formula, now, platform, fieldExpression, { prior: before, isNew: sql.lit(isNew) })}, false)`,
    value,
    prior,
    changed: (field) => (isNew ? sql<boolean>`${value(field)} is not null` : sql<boolean>`${value(field)} is distinct from ${prior(field)}`),
    given: (field) => sql<boolean>`coalesce(n."_set" ? ${field.name}::text, true)`,
  };
}

/** One row for each of the run: position, id, and each field that is read, also those that PostgreSQL will compute. */
function stateTable(checks: readonly Check[], states: RowStates): RawBuilder<unknown> {
  const { table, compilation, from, now, isNew } = states;
  const leaves = leavesOf(checks, table.object).filter(({ name }) => name !== 'id');
  const values = new Map(leaves.map((field) => [field.name, now(field)]));
  const platform = compilation.unrestricted;
  const given: Table = { ...platform.table(table.object.name), values };
  const generated = table.object.fields.filter(({ storage, formula }) => storage === 'generated' && formula);
  const columns = [
    ...leaves.map((field) => sql`${now(field)} as ${sql.id(field.column)}`),
    ...exactSums(leaves).map((column) => sql`${isNew ? sql`0::numeric` : sql.id('h', column)} as ${sql.id(column)}`),
    ...generated
      .filter((field) => fieldLeaves(field, table.object).every(({ name }) => values.has(name)))
      .map((field) => sql`${field.formula ? compileValue(field.formula, given, platform, fieldExpression) : sql`null`} as ${sql.id(field.column)}`),
  ];
  return sql`select ${sql.join([sql`i."_row"`, sql`i."_id" as id`, sql`i."_set"`, ...columns])} from ${from}`;
}

/** With the columns of the sums that are not rounded: formulas go on with those. */
export function withExactSums(fields: readonly FieldModel[]): readonly { readonly column: string }[] {
  return [...fields, ...exactSums(fields).map((column) => ({ column }))];
}

function exactSums(fields: readonly FieldModel[]): readonly string[] {
  return fields.flatMap((field) => (field.storage === 'maintained' ? (exactColumn(field) ?? []) : [])).filter((column) => fields.every((field) => field.column !== column));
}

function leavesOf(checks: readonly Check[], object: ObjectModel): readonly FieldModel[] {
  return [...new Set(checks.flatMap(({ reads }) => reads.flatMap((field) => fieldLeaves(field, object))))];
}
