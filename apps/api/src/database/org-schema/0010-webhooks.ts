import { sql, type RawBuilder } from 'kysely';

/** What tells the outside of changes: the age of the feed's cursors, webhooks with how far each is, and what was sent. */
export function webhooks(schema: string): RawBuilder<unknown>[] {
  const feed = sql.id(schema, '_feed');
  const webhook = sql.id(schema, '_webhook');
  const delivery = sql.id(schema, '_delivery');
  return [
    // One row. A cursor holds its epoch; another one says that transaction ids no longer mean what they meant. `place` is the
    // cluster that counted them, null until somebody reads the feed.
    sql`create table ${feed} (epoch text not null, place text)`,
    sql`insert into ${feed} (epoch) values (substr(md5(random()::text || clock_timestamp()::text), 1, 8))`,
    // `subjects`: [{ object id, where?, fields? }]. `secret`, `previous_secret` and `headers` are ciphers.
    // Everything up to `cursor` is sent or of no concern. `held_until`: a worker is at it.
    sql`create table ${webhook} (
      id uuid primary key,
      name text not null,
      url text not null,
      subjects jsonb not null,
      kinds text[] not null,
      headers text,
      secret text not null,
      previous_secret text,
      previous_until timestamptz,
      owner_id uuid not null,
      active boolean not null,
      paused_because text,
      cursor text not null,
      attempts integer not null default 0,
      next_attempt_at timestamptz,
      failing_since timestamptz,
      held_by uuid,
      held_until timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`,
    // `message_id` is the same in every attempt, so that a receiver can drop what it has. Kept for 30 days.
    sql`create table ${delivery} (
      id uuid primary key,
      webhook_id uuid not null references ${webhook} (id) on delete cascade,
      message_id text not null,
      type text not null,
      object text,
      record_id uuid,
      status text not null check (status in ('delivered', 'retrying', 'failed')),
      attempts integer not null,
      body text not null,
      response_status integer,
      response_body text,
      error text,
      milliseconds integer not null,
      at timestamptz not null,
      unique (webhook_id, message_id)
    )`,
    sql`create index ${sql.id('_delivery_webhook')} on ${delivery} (webhook_id, at desc, id desc)`,
    sql`create index ${sql.id('_delivery_at')} on ${delivery} (at)`,
  ];
}
