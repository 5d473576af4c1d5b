import { sql, type RawBuilder } from 'kysely';
import type { Doing, Table } from '../../compile/compilation.js';
import { sharingGrounds } from './sharing-grounds.js';

/** The predicates that leave what is shared with the person who asks; none where that is everything. */
export function sharedWith(table: Table, doing: Doing): RawBuilder<boolean>[] {
  const grounds = sharingGrounds(table, doing);
  if (grounds.some(({ kind }) => kind === 'default')) return [];
  return [sql<boolean>`(${sql.join(grounds.map(({ predicate }) => predicate), sql` or `)})`];
}
