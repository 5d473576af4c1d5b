import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A key may be limited to some permission sets; null leaves it all rights of its owner. */
export class LimitedKeys1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table guanxi.api_key add column permission_sets text[]');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table guanxi.api_key drop column permission_sets');
  }
}
