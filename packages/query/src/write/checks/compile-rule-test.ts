import type { TypedFormula } from '@guanxi/formula';
import { sql } from 'kysely';
import { column, Compilation, type Ground } from '../../compile/compilation.js';
import { inner } from '../../compile/inner.js';
import { fieldExpression } from '../../compile/field-expression.js';
import { compileTest } from '../../compile/record-formula.js';
import { compileStatement, type Statement } from '../../statement/statement.js';
import { nameExpression } from '../../duplicates/name-expression.js';

/**
 * Which of the records that were changed last fulfil a condition. Rows `{ id, name, fails }`, the latest first. To a formula
 * that asks for the state before, the record is one in which nothing changes.
 */
export function compileRuleTest(request: { readonly object: string; readonly condition: TypedFormula; readonly most: number }, ground: Ground): Statement {
  const compilation = new Compilation(ground, inner).unrestricted;
  const table = compilation.table(request.object);
  const fails = compileTest(request.condition, table, compilation, fieldExpression, { prior: table, isNew: sql.lit(false) });
  const id = sql.id(table.alias, 'id');
  const [updatedAt, deletedAt] = [column(table, { column: 'updated_at' }), column(table, { column: 'deleted_at' })];
  return compileStatement(sql`select ${id} as id, ${nameExpression(table)} as name, coalesce(${fails}, false) as fails from ${table.from}
    where ${deletedAt} is null order by ${updatedAt} desc, ${id} desc limit ${sql.lit(request.most)}`);
}
