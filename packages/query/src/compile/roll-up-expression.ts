import type { TypedFormula } from '@guanxi/formula';
import type { RollUpModel, RollUpOperation } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { allOf, readableField, visible, type Compilation, type Table } from './compilation.js';
import type { ReadField } from './record-formula.js';

export interface RollUpFormulas {
  value(formula: TypedFormula, child: Table): RawBuilder<unknown>;
  test(formula: TypedFormula, child: Table): RawBuilder<boolean>;
}

/** A roll-up as it is at this moment, over the records that the person may see. */
export function rollUpExpression(rollUp: RollUpModel, table: Table, compilation: Compilation, read: ReadField, formulas: RollUpFormulas): RawBuilder<unknown> {
  const child = compilation.table(rollUp.object);
  const link = sql<boolean>`${read(child, readableField(child, rollUp.field), compilation)} = ${sql.id(table.alias, 'id')}`;
  const among = [link, ...visible(child), ...(rollUp.filter ? [formulas.test(rollUp.filter, child)] : [])];
  const value = rollUp.value ? formulas.value(rollUp.value, child) : sql`1`;
  const order = rollUp.orderBy === undefined ? sql.id(child.alias, 'created_at') : read(child, readableField(child, rollUp.orderBy), compilation);
  return OPERATIONS[rollUp.operation]({ value, order, id: sql.id(child.alias, 'id'), source: sql`from ${child.from} where ${allOf(among)}` });
}

interface Summing {
  readonly value: RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
  readonly id: RawBuilder<unknown>;
  readonly source: RawBuilder<unknown>;
}

/** No child: the count and the sum are 0, everything else is blank. First and last leave out what has no place in the order. */
const OPERATIONS: Record<RollUpOperation, (summing: Summing) => RawBuilder<unknown>> = {
  count: ({ source }) => sql`(select count(*) ${source})`,
  sum: ({ value, source }) => sql`(select coalesce(sum((${value})::numeric), 0) ${source})`,
  min: ({ value, source }) => sql`(select min(${value}) ${source})`,
  max: ({ value, source }) => sql`(select max(${value}) ${source})`,
  avg: ({ value, source }) => sql`(select avg((${value})::numeric) ${source})`,
  first: ({ value, order, id, source }) => sql`(select ${value} ${source} and ${order} is not null order by ${order}, ${id} limit 1)`,
  last: ({ value, order, id, source }) => sql`(select ${value} ${source} and ${order} is not null order by ${order} desc, ${id} desc limit 1)`,
};
