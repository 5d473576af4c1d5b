import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orgs made before admins needed a second factor keep what held for them: they are the ones to change it. */
export class FactorsOfOrgsMadeBefore1764000000049 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`insert into guanxi.sign_in_policy (org_id, session_hours, idle_minutes, factor_required, password_allowed, shortest_password, addresses)
      select id, 12, 30, 'nobody', true, 12, '{}' from guanxi.org where sandbox_of is null on conflict do nothing`);
  }

  async down(): Promise<void> {
    // What an org says by now is its own.
  }
}
