import { sql, type RawBuilder } from 'kysely';

/** What people asked for who are known to the org, and whose data was erased: ids only, nothing that tells who they were. */
export function privacy(schema: string): RawBuilder<unknown>[] {
  const request = sql.id(schema, '_privacy_request');
  const erasure = sql.id(schema, '_erasure');
  return [
    // `outcome`: counts of what was given out or erased, and the sum over the file that was given out.
    sql`create table ${request} (
      id uuid primary key,
      kind text not null check (kind in ('access', 'erasure')),
      status text not null check (status in ('open', 'done', 'refused')),
      object text not null,
      record_id uuid not null,
      received_on date not null,
      due_on date not null,
      opened_by uuid not null,
      opened_at timestamptz not null,
      closed_by uuid,
      closed_at timestamptz,
      refusal text,
      outcome jsonb not null default '{}'
    )`,
    sql`create index ${sql.id('_privacy_request_due')} on ${request} (due_on, id) where status = 'open'`,
    sql`create index ${sql.id('_privacy_request_opened')} on ${request} (opened_at desc, id desc)`,
    // The register of erasures: whoever is in it is erased again where a backup from before is restored.
    sql`create table ${erasure} (
      record_id uuid primary key,
      object text not null,
      request_id uuid not null,
      actor_id uuid not null,
      at timestamptz not null
    )`,
  ];
}
