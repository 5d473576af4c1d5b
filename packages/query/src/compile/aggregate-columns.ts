import { columnTypeSql, type ColumnType } from '@guanxi/field-types';
import type { FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import type { Aggregate, AggregateFunction } from '../request/group-request.js';
import { toJson } from './column-types.js';
import { readableField, type Compilation, type Table } from './compilation.js';
import { compare, compareField, type Comparison } from './compile-condition.js';
import { fieldExpression } from './field-expression.js';

const DECIMAL: ColumnType = { name: 'numeric' };
const COUNT: ColumnType = { name: 'bigint' };

/** The columns `a0`, `a1` … of the table of groups `g`: each thing that is asked for is worked out once. */
export class AggregateColumns {
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

  compare(aggregate: Aggregate, comparison: Comparison): RawBuilder<boolean> {
    const value = this.find(aggregate);
    const result = aggregate.of === 'count' ? COUNT : FUNCTIONS[aggregate.of].result;
    return result ? compare(comparison, value, result, (given) => given) : compareField(comparison, value, readableField(this.table, 'field' in aggregate ? aggregate.field : ''));
  }

  private expression(aggregate: Aggregate): RawBuilder<unknown> {
    if (aggregate.of === 'count') return sql`count(*)`;
    return FUNCTIONS[aggregate.of].sql(fieldExpression(this.table, readableField(this.table, aggregate.field), this.compilation));
  }
}

interface SqlAggregate {
  /** What it is compared as; the field's kind where it is absent. */
  readonly result?: ColumnType;
  sql(value: RawBuilder<unknown>): RawBuilder<unknown>;
  json(value: RawBuilder<unknown>, field: FieldModel): RawBuilder<unknown>;
}

const FUNCTIONS: Record<AggregateFunction, SqlAggregate> = {
  countDistinct: { result: COUNT, sql: (value) => sql`count(distinct ${value})`, json: (value) => value },
  sum: { result: DECIMAL, sql: (value) => sql`sum(${value}::${columnTypeSql(DECIMAL)})`, json: (value) => sql`${value}::text` },
  // A quotient has at least as many decimals as what is divided: of large numbers "avg" would keep only a few.
  avg: { result: DECIMAL, sql: (value) => sql`round((sum(${value}) + 0.0000000000) / nullif(count(${value}), 0), 10)`, json: (value) => sql`trim_scale(${value})::text` },
  min: { sql: (value) => sql`min(${value})`, json: (value, field) => toJson(field, value) },
  max: { sql: (value) => sql`max(${value})`, json: (value, field) => toJson(field, value) },
};
