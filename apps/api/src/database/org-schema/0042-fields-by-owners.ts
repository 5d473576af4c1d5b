import { sql, type RawBuilder } from 'kysely';

/**
 * Objects that were made before have what new ones are made with: for each indexed field each owner's records in the order of
 * its values. Names too long for an index of this name do without.
 */
export function fieldsByOwners(schema: string): RawBuilder<unknown>[] {
  return [
    sql`do $migration$
declare
  made record;
begin
  for made in
    select c.relname as tablename, a.attname as columnname
    from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = ${sql.lit(schema)}
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid <> 'uuid'::regtype and a.attname <> 'created_at'
      join pg_indexes own on own.schemaname = n.nspname and own.tablename = c.relname and own.indexname = c.relname || '__' || a.attname || '__idx'
        and own.indexdef like '%, id) WHERE (deleted_at IS NULL)'
    where exists (select from pg_indexes i where i.schemaname = n.nspname and i.indexname = c.relname || '__owner_id__id__idx')
      and octet_length(c.relname || '__owner_id__' || a.attname || '__idx') <= 63
  loop
    execute format('create index if not exists %I on %I.%I (owner_id, %I, id) where deleted_at is null', made.tablename || '__owner_id__' || made.columnname || '__idx', ${sql.lit(schema)}, made.tablename, made.columnname);
  end loop;
end
$migration$`,
  ];
}
