import { sql } from 'kysely';
import type { ObjectModel } from '../../model/model.js';
import { matchIndexName } from '../../naming/index.js';
import { matchKey } from '../sql/match-key.js';
import { hasColumn } from '../sql/table-sql.js';
import type { Attachment } from './attachment.js';
import { indexAttachment } from './index-attachment.js';

/** Finds the records that a duplicate rule takes for the same, by the form in which values are compared. */
export function matchIndexes(object: ObjectModel): readonly Attachment[] {
  const wanted = object.duplicateRules.filter(({ active }) => active).flatMap(({ match }) => match);
  const seen = new Set<string>();
  return wanted.flatMap(({ field: name, how }) => {
    const field = object.fieldByName.get(name);
    const id = `${name} ${how}`;
    if (!field || !hasColumn(field) || field.system || seen.has(id)) return [];
    seen.add(id);
    const key = matchKey(field, sql.id(field.column));
    const definition = how === 'fuzzy' ? sql`using gin ((${key}) public.gin_trgm_ops) where deleted_at is null` : sql`((${key})) where deleted_at is null`;
    return [indexAttachment(object, { name: matchIndexName(object.table, field.column, how), key: `match ${how} ${field.value.type}`, field, definition })];
  });
}
