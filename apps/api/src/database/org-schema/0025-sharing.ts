import { sql, type RawBuilder } from 'kysely';

/** Who counts as what when records are shared, and the records that were shared one by one. */
export function sharing(schema: string): RawBuilder<unknown>[] {
  const principal = sql.id(schema, '_principal');
  const below = sql.id(schema, '_below');
  const share = sql.id(schema, '_share');
  return [
    // Everything that a person counts as: `user:<id>`, `role:<name>`, `below:<name>` for their role and each one above it,
    // `team:<name>`, `queue:<name>`, and `everyone` for all but partners. Kept whenever people or the documents of roles, teams and queues change.
    sql`create table ${principal} (
      user_id uuid not null,
      principal text not null,
      primary key (user_id, principal)
    )`,
    sql`create index ${sql.id('_principal_principal')} on ${principal} (principal)`,
    // Whose records a person sees by the tree of roles: people whose role is below theirs.
    sql`create table ${below} (
      user_id uuid not null,
      owner_id uuid not null,
      primary key (user_id, owner_id)
    )`,
    sql`create index ${sql.id('_below_owner')} on ${below} (owner_id)`,
    sql`create table ${share} (
      id uuid primary key,
      object text not null,
      record_id uuid not null,
      principal text not null,
      access text not null check (access in ('read', 'edit')),
      until timestamptz,
      reason text,
      created_by uuid not null,
      created_at timestamptz not null
    )`,
    sql`create unique index ${sql.id('_share_record')} on ${share} (record_id, principal)`,
    sql`create index ${sql.id('_share_principal')} on ${share} (principal, object)`,
  ];
}
