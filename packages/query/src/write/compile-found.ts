import { sql } from 'kysely';
import { compileCondition } from '../compile/compile-condition.js';
import { allOf, Compilation, visible, type Ground } from '../compile/compilation.js';
import { compilePage } from '../compile/compile-page.js';
import type { Condition } from '../request/condition.js';
import { compileStatement, type Statement } from '../statement/statement.js';

/** Rows `{ id }` of the records that fit and that the person may read, in the order of their ids. */
export function compileFound({ object, where }: { readonly object: string; readonly where: Condition }, ground: Ground): Statement {
  const compilation = new Compilation(ground, compilePage);
  const table = compilation.table(object);
  const id = sql.id(table.alias, 'id');
  return compileStatement(sql`select ${id} as id from ${table.from} where ${allOf([...visible(table), compileCondition(where, table, compilation)])} order by ${id}`);
}
