import { searchFunctions } from '@guanxi/field-types';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What indexes and searches of all orgs are worked out with. */
export class Search1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of searchFunctions) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function guanxi.search_terms(text), guanxi.fold_text(text), guanxi.fold_words(text), guanxi.has_indexes(text[]) cascade');
  }
}
