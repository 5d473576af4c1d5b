import { sql, type RawBuilder } from 'kysely';
import { compileCondition } from '../compile/compile-condition.js';
import { allOf, Compilation, visible, type Ground } from '../compile/compilation.js';
import { inner } from '../compile/inner.js';
import type { Condition } from '../request/condition.js';
import { compileStatement, type Statement } from '../statement/statement.js';

/** Rows `{ id }` of the records that fit and that the person may read, in the order of their ids. */
export function compileFound(found: FoundRequest, ground: Ground): Statement {
  return compileStatement(sql`${selectFound(found, ground)} order by id`);
}

export interface FoundRequest {
  readonly object: string;
  readonly where: Condition;
}

/** The same without an order, as a part of a larger statement, which has to be compiled by `compileStatement`. */
export function selectFound({ object, where }: FoundRequest, ground: Ground): RawBuilder<unknown> {
  const compilation = new Compilation(ground, inner);
  const table = compilation.table(object);
  return sql`select ${sql.id(table.alias, 'id')} as id from ${table.from} where ${allOf([...visible(table), compileCondition(where, table, compilation)])}`;
}
