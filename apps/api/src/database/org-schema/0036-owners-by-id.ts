import { sql, type RawBuilder } from 'kysely';

/** Objects that were made before have what new ones are made with: each owner's records in the order of their ids. Names too long for an index of this name do without. */
export function ownersById(schema: string): RawBuilder<unknown>[] {
  return [
    sql`do $migration$
declare
  made record;
begin
  for made in
    select i.tablename from pg_indexes i
    where i.schemaname = ${sql.lit(schema)} and i.indexname = i.tablename || '__owner_id__idx' and octet_length(i.tablename || '__owner_id__id__idx') <= 63
  loop
    execute format('create index if not exists %I on %I.%I (owner_id, id) where deleted_at is null', made.tablename || '__owner_id__id__idx', ${sql.lit(schema)}, made.tablename);
  end loop;
end
$migration$`,
  ];
}
