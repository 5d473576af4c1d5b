import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people and programs did beside changing records: append-only, a chain of hashes per org and one for the installation.
 * A row gets its place in the chain when its transaction commits, so that no writer waits for another one's work, only for
 * its commit.
 */
export class Trail1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...sealing, ...guards]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table guanxi.trail, guanxi.trail_head, guanxi.trail_checkpoint');
    await runner.query('drop function guanxi.seal_trail, guanxi.guard_trail, guanxi.guard_trail_checkpoint');
  }
}

const tables = [
  `create table guanxi.trail (
    id bigint generated always as identity primary key,
    org_id uuid,
    chain text not null generated always as (coalesce(org_id::text, 'installation')) stored,
    seq bigint,
    at timestamptz(3) not null default clock_timestamp(),
    actor_id uuid,
    kind text not null,
    subject_kind text,
    subject_id text,
    subject_name text,
    detail json not null default '{}',
    address text,
    user_agent text,
    previous bytea,
    hash bytea,
    unique (chain, seq)
  )`,
  'create index trail_at on guanxi.trail (chain, at desc)',
  'create index trail_actor on guanxi.trail (chain, actor_id, seq desc)',
  'create index trail_kind on guanxi.trail (chain, kind, seq desc)',
  'create index trail_subject on guanxi.trail (chain, subject_id, seq desc) where subject_id is not null',
  `create table guanxi.trail_head (chain text primary key, seq bigint not null default 0, hash bytea not null default '\\x${'00'.repeat(32)}') with (fillfactor = 50)`,
  `create table guanxi.trail_checkpoint (
    chain text not null,
    seq bigint not null,
    hash bytea not null,
    made_at timestamptz(3) not null,
    key_id text not null,
    signature bytea not null,
    primary key (chain, seq)
  )`,
];

/** The text that is hashed is a JSON array; docs/guides/audit.md says what stands in it. */
const sealing = [
  `create function guanxi.seal_trail() returns trigger language plpgsql as $$
  declare
    place bigint;
    before bytea;
    sealed bytea;
  begin
    insert into guanxi.trail_head (chain) values (new.chain) on conflict do nothing;
    select head.seq + 1, head.hash into place, before from guanxi.trail_head head where head.chain = new.chain for no key update;
    sealed := sha256(convert_to(json_build_array(
      new.chain, place::text, to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), new.actor_id::text, new.kind,
      new.subject_kind, new.subject_id, new.subject_name, new.detail::text, new.address, new.user_agent, encode(before, 'hex')
    )::text, 'UTF8'));
    update guanxi.trail set seq = place, previous = before, hash = sealed where id = new.id;
    update guanxi.trail_head set seq = place, hash = sealed where chain = new.chain;
    return null;
  end $$`,
  'create constraint trigger seal after insert on guanxi.trail deferrable initially deferred for each row execute function guanxi.seal_trail()',
];

const guards = [
  `create function guanxi.guard_trail() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and old.hash is null and new.hash is not null then return new; end if;
    if tg_op = 'DELETE' and exists (select from guanxi.trail_checkpoint c where c.chain = old.chain and c.seq >= old.seq) then return old; end if;
    raise exception 'The trail is only added to.' using errcode = 'insufficient_privilege';
  end $$`,
  'create trigger guard before update or delete on guanxi.trail for each row execute function guanxi.guard_trail()',
  'create trigger guard_all before truncate on guanxi.trail for each statement execute function guanxi.guard_trail()',
  `create function guanxi.guard_trail_checkpoint() returns trigger language plpgsql as $$
  begin
    raise exception 'Checkpoints of the trail are only added to.' using errcode = 'insufficient_privilege';
  end $$`,
  'create trigger guard before update or delete or truncate on guanxi.trail_checkpoint for each statement execute function guanxi.guard_trail_checkpoint()',
];
