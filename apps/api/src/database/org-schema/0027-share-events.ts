import { sql, type RawBuilder } from 'kysely';

/** What happened to shares of single records: a share that has ended is gone from `_share`, and stays to be read here. */
export function shareEvents(schema: string): RawBuilder<unknown>[] {
  const event = sql.id(schema, '_share_event');
  return [
    // shared: a new one; changed: another right, end or reason; ended: by somebody; expired: its time was over.
    // The other columns are the share's, as it was from then on, or as it was until then.
    sql`create table ${event} (
      id uuid primary key,
      share_id uuid not null,
      object text not null,
      record_id uuid not null,
      kind text not null check (kind in ('shared', 'changed', 'ended', 'expired')),
      principal text not null,
      access text not null,
      until timestamptz,
      reason text,
      at timestamptz not null,
      actor_id uuid
    )`,
    sql`create index ${sql.id('_share_event_record')} on ${event} (object, record_id, at desc)`,
    sql`create index ${sql.id('_share_until')} on ${sql.id(schema, '_share')} (until) where until is not null`,
  ];
}
