import { sql, type RawBuilder } from 'kysely';

/** What makes people count as whom, as the published documents say it: so that a change of people needs no documents, in sandboxes neither. */
export function standing(schema: string): RawBuilder<unknown>[] {
  const table = sql.id(schema, '_standing');
  const principal = sql.id(schema, '_principal');
  const people = sql`guanxi."user" u join guanxi.org o on u.org_id = coalesce(o.sandbox_of, o.id) where o.schema = ${schema}`;
  return [
    // Who has this role, belongs to this team, has this address (of a queue's member) or is of this kind counts as the principal.
    sql`create table ${table} (
      kind text not null check (kind in ('role', 'team', 'address', 'kind')),
      name text not null,
      principal text not null,
      primary key (kind, name, principal)
    )`,
    sql`insert into ${table} values ('kind', 'internal', 'everyone')`,
    sql`insert into ${principal} (user_id, principal) select u.id, 'user:' || u.id from ${people}`,
    sql`insert into ${principal} (user_id, principal) select u.id, 'everyone' from ${people} and u.kind = 'internal'`,
  ];
}
