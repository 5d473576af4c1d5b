import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Clients stand somewhere in the org, as people do. */
export class ClientPlaces1764000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table guanxi.oauth_client add column role text, add column teams text[] not null default '{}'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table guanxi.oauth_client drop column role, drop column teams');
  }
}
