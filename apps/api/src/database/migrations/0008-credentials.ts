import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions that can be told apart, tickets, the history of sign-ins, known devices and what limits guessing. */
export class Credentials1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table guanxi.attempt, guanxi.device, guanxi.sign_in, guanxi.ticket');
    await runner.query('alter table guanxi.session drop column id, drop column address, drop column user_agent, drop column last_seen_at, drop column method, drop column stale, drop column previous_hash, drop column previous_until');
    await runner.query('delete from guanxi."user" where password_hash is null');
    await runner.query('alter table guanxi."user" drop column invited_at, alter column password_hash set not null');
  }
}

const STATEMENTS = [
  `alter table guanxi.session
    add column id uuid not null unique default gen_random_uuid(),
    add column address text,
    add column user_agent text,
    add column last_seen_at timestamptz not null default now(),
    add column method text not null default 'password' check (method in ('password', 'passkey', 'oidc')),
    add column stale boolean not null default false,
    add column previous_hash text unique,
    add column previous_until timestamptz`,
  // Who was invited has no password until they accept; who comes by single sign-on never has one.
  'alter table guanxi."user" alter column password_hash drop not null, add column invited_at timestamptz',
  `create table guanxi.ticket (
    token_hash text primary key,
    user_id uuid not null references guanxi."user" on delete cascade,
    purpose text not null check (purpose in ('factor', 'enrol', 'invitation', 'reset')),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    detail jsonb not null default '{}'
  )`,
  'create index ticket_of_user on guanxi.ticket (user_id, purpose)',
  'create index ticket_expiry on guanxi.ticket (expires_at)',
  `create table guanxi.sign_in (
    id uuid primary key,
    user_id uuid not null references guanxi."user" on delete cascade,
    at timestamptz not null,
    outcome text not null check (outcome in ('signedIn', 'wrongPassword', 'wrongFactor', 'refused')),
    method text not null,
    factor text,
    address text,
    user_agent text
  )`,
  'create index sign_in_of_user on guanxi.sign_in (user_id, at desc)',
  'create index sign_in_age on guanxi.sign_in (at)',
  `create table guanxi.device (
    token_hash text not null,
    user_id uuid not null references guanxi."user" on delete cascade,
    last_seen_at timestamptz not null,
    primary key (token_hash, user_id)
  )`,
  'create index device_of_user on guanxi.device (user_id)',
  // What is counted is a hash of where it came from and whom it was about.
  `create table guanxi.attempt (
    key text primary key,
    level double precision not null,
    at timestamptz not null,
    wait_until timestamptz
  )`,
  'create index attempt_age on guanxi.attempt (at)',
];
