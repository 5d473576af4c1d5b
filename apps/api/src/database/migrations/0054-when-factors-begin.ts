import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From when a second factor is asked for, kept where an org has changed other rules before that. */
export class WhenFactorsBegin1764000000054 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table guanxi.sign_in_policy add column factor_from timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table guanxi.sign_in_policy drop column factor_from');
  }
}
