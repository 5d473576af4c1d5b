import { sql } from 'kysely';
import { Slot } from '../statement/slot.js';
import { compileStatement, type Statement } from '../statement/statement.js';
import { allOf, Compilation, within, type Ground } from './compilation.js';
import { inner } from './inner.js';

/**
 * Which of the records `variables.ids` this person may know of: a row `(id, alive)` for each that they may read, or could
 * read (or change, or delete) were it not deleted.
 */
export function compileReach(objectName: string, ground: Ground, doing: 'read' | 'edit' | 'delete' = 'read'): Statement {
  const table = new Compilation(ground, inner).table(objectName);
  const id = sql.id(table.alias, 'id');
  const alive = table.object.platform ? sql`true` : sql`${sql.id(table.alias, 'deleted_at')} is null`;
  const ids = sql`${new Slot(({ variables }) => variables['ids'])}::uuid[]`;
  const reached = table.object.platform ? [] : within(table, doing);
  return compileStatement(sql`select ${id} as id, ${alive} as alive from ${table.from} where ${allOf([sql<boolean>`${id} = any(${ids})`, ...reached])}`);
}
