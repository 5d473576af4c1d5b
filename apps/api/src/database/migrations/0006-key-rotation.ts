import type { MigrationInterface, QueryRunner } from 'typeorm';

/** While programs change over, the key before works beside the new one. */
export class KeyRotation1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table guanxi.api_key add column previous_hash text unique, add column previous_until timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table guanxi.api_key drop column previous_hash, drop column previous_until');
  }
}
