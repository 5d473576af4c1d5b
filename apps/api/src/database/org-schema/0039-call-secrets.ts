import { sql, type RawBuilder } from 'kysely';

/** Headers of calls to the outside; those that are secret are ciphers, each good for one workflow and one address. */
export function callSecrets(schema: string): RawBuilder<unknown>[] {
  const sent = sql.id(schema, '_call_out');
  const secret = sql.id(schema, '_call_secret');
  return [
    // `secret_headers` are names only: the values are looked up when the call is sent.
    sql`alter table ${sent} add column headers jsonb not null default '{}', add column secret_headers text[] not null default '{}'`,
    // `origin` is scheme, host and port; `header` in small letters.
    sql`create table ${secret} (
      id uuid not null unique default gen_random_uuid(),
      workflow_id text not null,
      origin text not null,
      header text not null,
      value text not null,
      changed_at timestamptz not null,
      changed_by uuid not null,
      primary key (workflow_id, origin, header)
    )`,
  ];
}
