import { sql, type RawBuilder } from 'kysely';

/** What each person keeps at hand in the navigation. Nothing of a record is kept but its id. */
export function favourites(schema: string): RawBuilder<unknown>[] {
  const favourite = sql.id(schema, '_favourite');
  return [
    // `object` is the object's id. A record has `record_id`, a list the name of its `view` or none, a page its `path`.
    sql`create table ${favourite} (
      id uuid primary key,
      owner_id uuid not null,
      kind text not null check (kind in ('record', 'list', 'page')),
      object text,
      record_id uuid,
      view text,
      path text,
      place integer not null,
      unique nulls not distinct (owner_id, kind, object, record_id, view, path)
    )`,
  ];
}
