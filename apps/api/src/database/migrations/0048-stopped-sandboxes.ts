import type { MigrationInterface, QueryRunner } from 'typeorm';

const check = (states: string) => `alter table guanxi.sandbox drop constraint sandbox_state_check, add constraint sandbox_state_check check (state in (${states}))`;

/** Copies that somebody stopped have not failed. */
export class StoppedSandboxes1764000000048 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(check("'waiting', 'copying', 'ready', 'failed', 'cancelled'"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("update guanxi.sandbox set state = 'failed' where state = 'cancelled'");
    await runner.query(check("'waiting', 'copying', 'ready', 'failed'"));
  }
}
