import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors of people, and clients that come with rights of their own. */
export class Factors1764000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table guanxi.api_key drop column last_used_address');
    await runner.query('drop table guanxi.client_assertion, guanxi.access_token, guanxi.oauth_client, guanxi.challenge, guanxi.passkey, guanxi.recovery_code, guanxi.totp');
  }
}

const STATEMENTS = [
  'alter table guanxi.api_key add column last_used_address text',
  // `pending` is a secret whose first code has not been seen yet; `wrong` codes in a row make people wait.
  `create table guanxi.totp (
    user_id uuid primary key references guanxi."user" on delete cascade,
    secret text,
    pending text,
    last_step bigint not null default 0,
    wrong integer not null default 0,
    wait_until timestamptz,
    confirmed_at timestamptz
  )`,
  `create table guanxi.recovery_code (
    user_id uuid not null references guanxi."user" on delete cascade,
    code_hash text not null,
    made_at timestamptz not null,
    used_at timestamptz,
    primary key (user_id, code_hash)
  )`,
  `create table guanxi.passkey (
    id uuid primary key,
    user_id uuid not null references guanxi."user" on delete cascade,
    credential_id text not null unique,
    public_key bytea not null,
    counter bigint not null,
    transports text[] not null,
    party text not null,
    name text not null,
    synced boolean not null,
    created_at timestamptz not null,
    last_used_at timestamptz,
    last_used_address text
  )`,
  'create index passkey_of_user on guanxi.passkey (user_id)',
  // What an authenticator is asked to sign; each counts once.
  `create table guanxi.challenge (
    challenge text primary key,
    user_id uuid references guanxi."user" on delete cascade,
    purpose text not null check (purpose in ('add', 'use')),
    expires_at timestamptz not null
  )`,
  'create index challenge_expiry on guanxi.challenge (expires_at)',
  // `id` is also that of its row in the org's "_user": the name that records and history show.
  `create table guanxi.oauth_client (
    id uuid primary key,
    org_id uuid not null references guanxi.org on delete cascade,
    name text not null,
    permission_sets text[] not null,
    secret_hash text not null,
    previous_hash text,
    previous_until timestamptz,
    public_keys jsonb,
    created_by uuid not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    last_used_address text
  )`,
  'create index oauth_client_of_org on guanxi.oauth_client (org_id)',
  `create table guanxi.access_token (
    token_hash text primary key,
    client_id uuid not null references guanxi.oauth_client on delete cascade,
    scopes text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  'create index access_token_of_client on guanxi.access_token (client_id)',
  'create index access_token_expiry on guanxi.access_token (expires_at)',
  `create table guanxi.client_assertion (
    id_hash text primary key,
    expires_at timestamptz not null
  )`,
  'create index client_assertion_expiry on guanxi.client_assertion (expires_at)',
];
