import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table guanxi.upload, guanxi.draft, guanxi.revision, guanxi.api_key, guanxi.session, guanxi."user", guanxi.org_migration, guanxi.org');
  }
}

const STATEMENTS = [
  `create table guanxi.org (
    id uuid primary key,
    name text not null,
    schema text not null unique,
    time_zone text not null,
    currency text not null,
    locale text not null,
    country text,
    clock timestamptz,
    published_revision integer not null default 0,
    created_at timestamptz not null default now()
  )`,
  `create table guanxi.org_migration (
    org_id uuid not null references guanxi.org on delete cascade,
    name text not null,
    applied_at timestamptz not null default now(),
    primary key (org_id, name)
  )`,
  `create table guanxi."user" (
    id uuid primary key,
    org_id uuid not null references guanxi.org on delete cascade,
    name text not null,
    email text not null unique,
    password_hash text not null,
    active boolean not null,
    locale text,
    time_zone text,
    permission_sets text[] not null,
    last_sign_in_at timestamptz,
    created_at timestamptz not null default now()
  )`,
  'create index user_of_org on guanxi."user" (org_id)',
  `create table guanxi.session (
    token_hash text primary key,
    user_id uuid not null references guanxi."user" on delete cascade,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
  )`,
  'create index session_of_user on guanxi.session (user_id)',
  'create index session_expiry on guanxi.session (expires_at)',
  `create table guanxi.api_key (
    id uuid primary key,
    user_id uuid not null references guanxi."user" on delete cascade,
    name text not null,
    key_hash text not null unique,
    created_at timestamptz not null default now(),
    last_used_at timestamptz,
    expires_at timestamptz
  )`,
  'create index api_key_of_user on guanxi.api_key (user_id)',
  `create table guanxi.revision (
    org_id uuid not null references guanxi.org on delete cascade,
    number integer not null,
    created_at timestamptz not null default now(),
    created_by uuid,
    documents json not null,
    changes json not null,
    primary key (org_id, number)
  )`,
  `create table guanxi.draft (
    org_id uuid primary key references guanxi.org on delete cascade,
    base_revision integer not null,
    documents json not null,
    removed json not null,
    updated_at timestamptz not null default now(),
    updated_by uuid
  )`,
  `create table guanxi.upload (
    id uuid primary key,
    org_id uuid not null references guanxi.org on delete cascade,
    created_by uuid not null,
    file_name text not null,
    size bigint not null,
    created_at timestamptz not null default now()
  )`,
];
