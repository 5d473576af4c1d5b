import { columnTypeSql, fieldType, type ColumnType } from '@guanxi/field-types';
import type { FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import type { Aggregate, AggregateField, AggregateFunction, GroupField, GroupKey, GroupOrder, GroupsRequest } from '../request/group-request.js';
import { InputError } from '../statement/slot.js';
import { toJson } from './column-types.js';
import { allOf, readableField, type Compilation, type Table } from './compilation.js';
import { compare, compareField } from './compile-condition.js';
import { compileNode } from './compile-row.js';
import { fieldExpression } from './field-expression.js';
import { momentOf } from './record-formula.js';

/** What is worked out over all records that fulfil the filter, as a JSON object. */
export function compileAggregates(select: readonly AggregateField[], table: Table, compilation: Compilation, filter: readonly RawBuilder<boolean>[]): RawBuilder<unknown> {
  const columns = new AggregateColumns(table, compilation);
  const members = select.map((field) => sql`${aggregateJson(field, columns)} as ${sql.id(field.key)}`);
  return sql`(select row_to_json(n) from (select ${sql.join(members)} from (select ${columns.list()} from ${table.from} where ${allOf(filter)}) g) n)`;
}

/** The groups of the records that fulfil the filter, as a JSON list. */
export function compileGroups(groups: GroupsRequest, table: Table, compilation: Compilation, filter: readonly RawBuilder<boolean>[]): RawBuilder<unknown> {
  const keys = groups.by.map((key, index) => ({ ...key, name: sql.id('g', `k${index}`), column: sql`${keyExpression(key, table, compilation)} as ${sql.id(`k${index}`)}` }));
  const columns = new AggregateColumns(table, compilation);
  const values = new Map(keys.map(({ field, name }) => [field, name]));
  const group: Table = { ...table, alias: 'g', values };
  const members = groups.select.map((field) => sql`${groupJson(field, group, columns, compilation)} as ${sql.id(field.key)}`);
  const having = groups.having.map(({ aggregate, ...comparison }) => columns.compare(aggregate, comparison));
  const order = [...groups.orderBy.map((term) => groupOrder(term, values, columns)), ...keys.map(({ name }) => name)];
  const places = sql.join(keys.map((_, index) => sql.lit(index + 1)));
  const grouped = sql`select ${sql.join(keys.map(({ column }) => column))}, ${columns.list()} from ${table.from} where ${allOf(filter)} group by ${places}`;
  const rows = sql`select ${sql.join(members)} from (${grouped}) g where ${allOf(having)} order by ${sql.join(order)} limit ${sql.lit(groups.limit)}`;
  return sql`(select coalesce(json_agg(n), '[]') from (${rows}) n)`;
}

function groupJson(field: GroupField, group: Table, columns: AggregateColumns, compilation: Compilation): RawBuilder<unknown> {
  if (field.kind !== 'key') return aggregateJson(field, columns);
  return compileNode(field.select, group, compilation);
}

function groupOrder(term: GroupOrder, keys: ReadonlyMap<string, RawBuilder<unknown>>, columns: AggregateColumns): RawBuilder<unknown> {
  const expression = 'key' in term ? keys.get(term.key) : columns.find(term.aggregate);
  if (!expression) throw new Error(`${'key' in term ? term.key : ''} is no key of the groups.`);
  return term.direction === 'asc' ? expression : sql`${expression} desc nulls last`;
}

function keyExpression({ field: name, unit }: GroupKey, table: Table, compilation: Compilation): RawBuilder<unknown> {
  const field = readableField(table, name);
  const value = fieldExpression(table, field, compilation);
  if (unit === undefined) return value;
  const begin = BEGINNINGS[fieldType(field.value.type).column(field.value.settings).name];
  if (!begin) throw new InputError(`${name} has no place in the calendar: "unit" is for days and instants.`);
  return begin(value, sql`${sql.lit(unit)}::text`, momentOf(compilation).timeZone);
}

const BEGINNINGS: Partial<Record<ColumnType['name'], (value: RawBuilder<unknown>, unit: RawBuilder<unknown>, timeZone: RawBuilder<unknown>) => RawBuilder<unknown>>> = {
  date: (value, unit) => sql`date_trunc(${unit}, ${value}::timestamp)::date`,
  timestamptz: (value, unit, timeZone) => sql`date_trunc(${unit}, ${value}, ${timeZone})`,
};

function aggregateJson(field: AggregateField, columns: AggregateColumns): RawBuilder<unknown> {
  if (field.kind === 'typename') return sql`${sql.lit(field.name)}::text`;
  if (field.kind === 'count') return columns.find({ of: 'count' });
  const { kind: of } = field;
  const members = field.select.map((part) => {
    const json = part.kind === 'typename' ? sql`${sql.lit(part.name)}::text` : columns.json({ of, field: part.field });
    return sql`${json} as ${sql.id(part.key)}`;
  });
  return sql`(select row_to_json(a) from (select ${sql.join(members)}) a)`;
}

const DECIMAL: ColumnType = { name: 'numeric' };
const COUNT: ColumnType = { name: 'bigint' };

/** The columns `a0`, `a1` … of the table of groups `g`: each thing that is asked for is worked out once. */
class AggregateColumns {
  private readonly columns = new Map<string, { readonly name: RawBuilder<unknown>; readonly column: RawBuilder<unknown> }>();

  constructor(private readonly table: Table, private readonly compilation: Compilation) {}

  /** Complete once everything is compiled. */
  list(): RawBuilder<unknown> {
    const columns = [...this.columns.values()].map(({ column }) => column);
    return columns.length === 0 ? sql`count(*) as a` : sql.join(columns);
  }

  find(aggregate: Aggregate): RawBuilder<unknown> {
    const key = aggregate.of === 'count' ? 'count' : `${aggregate.of} ${aggregate.field}`;
    const known = this.columns.get(key);
    if (known) return known.name;
    const alias = `a${this.columns.size}`;
    const name = sql.id('g', alias);
    this.columns.set(key, { name, column: sql`${this.expression(aggregate)} as ${sql.id(alias)}` });
    return name;
  }

  json(aggregate: Exclude<Aggregate, { of: 'count' }>): RawBuilder<unknown> {
    return FUNCTIONS[aggregate.of].json(this.find(aggregate), readableField(this.table, aggregate.field));
  }

  compare(aggregate: Aggregate, comparison: Parameters<typeof compareField>[0]): RawBuilder<boolean> {
    const value = this.find(aggregate);
    const asGiven = <T>(given: T): T => given;
    if (aggregate.of === 'count') return compare(comparison, value, COUNT, asGiven);
    if (aggregate.of === 'sum' || aggregate.of === 'avg') return compare(comparison, value, DECIMAL, asGiven);
    return compareField(comparison, value, readableField(this.table, aggregate.field));
  }

  private expression(aggregate: Aggregate): RawBuilder<unknown> {
    if (aggregate.of === 'count') return sql`count(*)`;
    return FUNCTIONS[aggregate.of].sql(fieldExpression(this.table, readableField(this.table, aggregate.field), this.compilation));
  }
}

interface SqlAggregate {
  sql(value: RawBuilder<unknown>): RawBuilder<unknown>;
  json(value: RawBuilder<unknown>, field: FieldModel): RawBuilder<unknown>;
}

const FUNCTIONS: Record<AggregateFunction, SqlAggregate> = {
  sum: { sql: (value) => sql`sum(${value}::${columnTypeSql(DECIMAL)})`, json: (value) => sql`${value}::text` },
  avg: { sql: (value) => sql`round(avg(${value}), 10)`, json: (value) => sql`trim_scale(${value})::text` },
  min: { sql: (value) => sql`min(${value})`, json: (value, field) => toJson(field, value) },
  max: { sql: (value) => sql`max(${value})`, json: (value, field) => toJson(field, value) },
};
