import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where people stand in the org: their role, their teams, who they report to, and whether they belong to a partner. */
export class People1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table guanxi.user
      add column role text,
      add column teams text[] not null default '{}',
      add column manager_id uuid references guanxi.user (id),
      add column kind text not null default 'internal' check (kind in ('internal', 'partner'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table guanxi.user drop column role, drop column teams, drop column manager_id, drop column kind');
  }
}
