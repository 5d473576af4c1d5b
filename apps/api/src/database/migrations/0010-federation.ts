import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people of an org come in: its sign-in policy, its identity providers with whom they know, and what a directory has sent by SCIM. */
export class Federation1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table guanxi.scim_member, guanxi.scim_group, guanxi.scim_user, guanxi.scim_token, guanxi.scim_setting, guanxi.identity_link, guanxi.identity_provider, guanxi.sign_in_policy');
  }
}

const STATEMENTS = [
  `create table guanxi.sign_in_policy (
    org_id uuid primary key references guanxi.org on delete cascade,
    session_hours integer not null,
    idle_minutes integer not null,
    factor_required text not null check (factor_required in ('nobody', 'admins', 'everybody')),
    password_allowed boolean not null,
    emergency_user_id uuid references guanxi."user" on delete set null,
    shortest_password integer not null,
    addresses text[] not null,
    api_key_days integer,
    changed_at timestamptz not null default now()
  )`,
  `create table guanxi.identity_provider (
    id uuid primary key,
    org_id uuid not null references guanxi.org on delete cascade,
    name text not null,
    active boolean not null,
    issuer text not null,
    client_id text not null,
    client_secret text,
    scopes text not null,
    domains text[] not null,
    trusts_email boolean not null,
    makes_users boolean not null,
    ends_there boolean not null,
    default_permission_sets text[] not null,
    group_claim text,
    mappings jsonb not null,
    needs_group boolean not null,
    created_at timestamptz not null default now(),
    changed_at timestamptz not null default now()
  )`,
  'create index identity_provider_of_org on guanxi.identity_provider (org_id)',
  `create table guanxi.identity_link (
    provider_id uuid not null references guanxi.identity_provider on delete cascade,
    subject text not null,
    issuer text not null,
    user_id uuid not null references guanxi."user" on delete cascade,
    shut_out boolean not null default false,
    created_at timestamptz not null default now(),
    last_used_at timestamptz not null default now(),
    primary key (provider_id, issuer, subject)
  )`,
  'create index identity_link_of_user on guanxi.identity_link (user_id)',
  `create table guanxi.scim_setting (
    org_id uuid primary key references guanxi.org on delete cascade,
    default_permission_sets text[] not null,
    mappings jsonb not null
  )`,
  `create table guanxi.scim_token (
    id uuid primary key,
    org_id uuid not null references guanxi.org on delete cascade,
    name text not null,
    token_hash text not null unique,
    previous_hash text unique,
    previous_until timestamptz,
    created_by uuid not null references guanxi."user",
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    last_used_at timestamptz
  )`,
  'create index scim_token_of_org on guanxi.scim_token (org_id)',
  `create table guanxi.scim_user (
    user_id uuid primary key references guanxi."user" on delete cascade,
    org_id uuid not null references guanxi.org on delete cascade,
    user_name text not null,
    external_id text,
    attributes jsonb not null,
    gone boolean not null default false,
    changed_at timestamptz not null default now()
  )`,
  'create unique index scim_user_name on guanxi.scim_user (org_id, lower(user_name))',
  'create index scim_user_external on guanxi.scim_user (org_id, external_id)',
  `create table guanxi.scim_group (
    id uuid primary key,
    org_id uuid not null references guanxi.org on delete cascade,
    display_name text not null,
    external_id text,
    created_at timestamptz not null default now(),
    changed_at timestamptz not null default now()
  )`,
  'create unique index scim_group_name on guanxi.scim_group (org_id, lower(display_name))',
  `create table guanxi.scim_member (
    group_id uuid not null references guanxi.scim_group on delete cascade,
    user_id uuid not null references guanxi."user" on delete cascade,
    primary key (group_id, user_id)
  )`,
  'create index scim_member_of_user on guanxi.scim_member (user_id)',
];
