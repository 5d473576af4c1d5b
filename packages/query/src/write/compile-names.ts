import { sql } from 'kysely';
import { allOf, Compilation, visible, type Ground } from '../compile/compilation.js';
import { inner } from '../compile/inner.js';
import { nameExpression } from '../duplicates/name-expression.js';
import { Slot } from '../statement/slot.js';
import { compileStatement, type Statement } from '../statement/statement.js';

/** Rows `{ id, name }` of records that the person may read, also of those in the recycle bin. The run's variable `ids` names them. */
export function compileNames(object: string, ground: Ground): Statement {
  const table = new Compilation(ground, inner).table(object);
  const [, ...readable] = visible(table);
  const id = sql.id(table.alias, 'id');
  const wanted = sql<boolean>`${id} = any(${new Slot(({ variables }) => variables['ids'])}::uuid[])`;
  return compileStatement(sql`select ${id} as id, ${nameExpression(table)} as name from ${table.from} where ${allOf([wanted, ...readable])}`);
}
