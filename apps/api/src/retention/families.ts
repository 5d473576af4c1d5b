import type { ObjectModel, RetentionDeed } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import { dependentsOf } from '../records/dependents.js';
import type { KeptPlace } from './find-kept-back.js';

/** Records of one object that go with others: for each the records at the top that take it along. */
export interface FamilyLevel {
  readonly object: ObjectModel;
  readonly rootsOf: ReadonlyMap<string, readonly string[]>;
}

/** The records themselves first, with what was merged into them, then what belongs to them as a part, masters before details. */
export async function familiesOf({ session, schema, model, object }: KeptPlace, deed: RetentionDeed, ids: readonly string[]): Promise<readonly FamilyLevel[]> {
  const merged = await session.run<{ id: string; root: string }>(sql`
    with recursive gone (id, root) as (
      select id, id from unnest(${[...ids]}::uuid[]) as wanted (id)
      union select m.record_id, gone.root from ${orgTable(schema, 'merged')} m join gone on m.into_id = gone.id
    ) select id, root from gone order by id`);
  const own = deed === 'delete' ? ids.map((id) => ({ id, root: id })) : merged;
  const levels: FamilyLevel[] = [{ object, rootsOf: gather(own) }];
  for (const level of levels) {
    for (const { object: detail, field, following } of dependentsOf(model, level.object)) {
      if (following !== 'cascade') continue;
      // What is in the bin already goes for good with its master, and nowhere otherwise.
      const alive = deed === 'delete' ? sql`and deleted_at is null` : sql``;
      const rows = await session.run<{ id: string; master: string }>(sql`select id, ${sql.id(field.column)} as master from ${recordTable(schema, detail)} where ${sql.id(field.column)} = any(${[...level.rootsOf.keys()]}::uuid[]) ${alive} order by id`);
      if (rows.length > 0) levels.push({ object: detail, rootsOf: gather(rows.flatMap(({ id, master }) => (level.rootsOf.get(master) ?? []).map((root) => ({ id, root })))) });
    }
  }
  return levels;
}

function gather(pairs: readonly { readonly id: string; readonly root: string }[]): ReadonlyMap<string, readonly string[]> {
  const roots = new Map<string, string[]>();
  for (const { id, root } of pairs) roots.set(id, [...(roots.get(id) ?? []), root]);
  return roots;
}
