import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A revision keeps what it changed in the one before it; every so often one keeps everything. */
export class RevisionDifferences1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table guanxi.revision add column based_on integer, add column removed json not null default '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table guanxi.revision drop column based_on, drop column removed');
  }
}
