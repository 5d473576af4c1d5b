import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What whoever published a revision says about it. */
export class RevisionNotes1764000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table guanxi.revision add column note text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table guanxi.revision drop column note');
  }
}
