import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AppsAndSandboxes1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table guanxi.session drop column org_id');
    await runner.query('alter table guanxi.api_key drop column org_id');
    await runner.query('alter table guanxi.org drop column sandbox_of');
    await runner.query('drop table guanxi.sandbox, guanxi.app_release');
  }
}

const STATEMENTS = [
  'alter table guanxi.org add column sandbox_of uuid references guanxi.org on delete cascade',
  // A session or key of a person of the org that works in one of its sandboxes.
  'alter table guanxi.session add column org_id uuid references guanxi.org on delete set null',
  'alter table guanxi.api_key add column org_id uuid references guanxi.org on delete cascade',
  `create table guanxi.sandbox (
    org_id uuid primary key references guanxi.org on delete cascade,
    base_revision integer not null,
    copies text not null check (copies in ('none', 'sample', 'all')),
    masked boolean not null,
    state text not null check (state in ('waiting', 'copying', 'ready', 'failed')),
    rows_copied bigint not null default 0,
    rows_total bigint,
    error text,
    created_by uuid,
    created_at timestamptz not null default now()
  )`,
  // What an app's release brought along: the base that a later release is merged against.
  `create table guanxi.app_release (
    org_id uuid not null references guanxi.org on delete cascade,
    name text not null,
    version text not null,
    bundle json not null,
    installed_by uuid,
    installed_at timestamptz not null default now(),
    primary key (org_id, name, version)
  )`,
];
