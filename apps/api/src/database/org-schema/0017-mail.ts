import { sql, type RawBuilder } from 'kysely';

/** Mails on their way out: the server they go to, the outbox, and what came of each attempt. */
export function mail(schema: string): RawBuilder<unknown>[] {
  const server = sql.id(schema, '_mail_server');
  const outbox = sql.id(schema, '_mail');
  const attempt = sql.id(schema, '_mail_attempt');
  return [
    // At most one row. Without `host` mails go by the server of the installation. `password` is a cipher.
    sql`create table ${server} (
      id uuid primary key,
      host text,
      port integer,
      security text check (security in ('tls', 'starttls', 'none')),
      user_name text,
      password text,
      from_name text,
      from_address text,
      reply_to text,
      per_minute integer,
      updated_at timestamptz not null,
      updated_by uuid
    )`,
    // Written in the transaction of what causes the mail. `key` says what that was: the same cause writes no second one.
    // waiting: to be sent at next_attempt_at · sent · parked: given up, a person may try again · unsent: there was no server.
    sql`create table ${outbox} (
      id uuid primary key,
      key text not null unique,
      kind text not null,
      status text not null check (status in ('waiting', 'sent', 'parked', 'unsent')),
      to_user uuid,
      to_name text,
      to_address text not null,
      subject text not null,
      body_text text not null,
      body_html text not null,
      language text not null,
      bulk boolean not null default false,
      unsubscribe text,
      template text,
      object text,
      record_id uuid,
      run_id uuid,
      created_by uuid,
      created_at timestamptz not null,
      message_id text,
      attempts integer not null default 0,
      next_attempt_at timestamptz,
      held_by uuid,
      held_until timestamptz,
      sent_at timestamptz,
      sent_from text,
      failure text
    )`,
    sql`create index ${sql.id('_mail_waiting')} on ${outbox} (next_attempt_at, id) where status = 'waiting'`,
    sql`create index ${sql.id('_mail_created')} on ${outbox} (created_at desc, id desc)`,
    sql`create index ${sql.id('_mail_record')} on ${outbox} (record_id, created_at desc) where record_id is not null`,
    sql`create table ${attempt} (
      id uuid primary key,
      mail_id uuid not null references ${outbox} (id) on delete cascade,
      at timestamptz not null,
      outcome text not null check (outcome in ('sent', 'retrying', 'parked')),
      server text not null,
      code integer,
      response text,
      failure text,
      milliseconds integer not null
    )`,
    sql`create index ${sql.id('_mail_attempt_mail')} on ${attempt} (mail_id, at desc)`,
    sql`create index ${sql.id('_mail_attempt_at')} on ${attempt} (at)`,
  ];
}
