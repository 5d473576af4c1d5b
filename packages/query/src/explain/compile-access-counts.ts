import { sql } from 'kysely';
import { allOf, Compilation, visible, within, type Doing, type Ground } from '../compile/compilation.js';
import { inner } from '../compile/inner.js';
import { ME } from '../statement/slot.js';
import { compileStatement, type Statement } from '../statement/statement.js';
import type { RightsClass } from './compile-who-sees.js';

/** How many records of an object one person may read and change; numbers as PostgreSQL writes them. */
export interface AccessCount {
  readonly id: string;
  readonly read: string;
  readonly edit: string;
  readonly delete: string;
}

/** Rows of `AccessCount`: for everybody in one statement, by the predicates of every other. Who may not read the object is left out. */
export function compileAccessCounts(objectName: string, classes: readonly RightsClass[], ground: Omit<Ground, 'access'>): Statement | undefined {
  const branches = classes.filter(({ access }) => access.objects.has(objectName)).map(({ access, people }) => {
    const table = new Compilation({ ...ground, access }, inner).table(objectName);
    const counted = (doing: Doing) => sql`count(*) filter (where ${allOf(doing === 'read' || table.object.platform ? [] : within(table, doing))}) as ${sql.id(doing)}`;
    const counts = sql`select ${counted('read')}, ${counted('edit')}, ${counted('delete')} from ${table.from} where ${allOf(visible(table))}`;
    return sql`select "person"."id", c.* from unnest(${[...people]}::uuid[]) as person(id) cross join lateral (${counts}) c`;
  });
  if (branches.length === 0) return undefined;
  return compileStatement(sql.join(branches, sql` union all `), new Map([[ME, sql`"person"."id"`]]));
}
