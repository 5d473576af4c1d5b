import type { Model } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { SqlSession } from '../../database/sql-session.js';

/**
 * Tells PostgreSQL how large the tables are after an import. Until autovacuum comes by, some minutes later, it would plan
 * for the empty tables it remembers: a simulation over 70,000 orders then takes minutes in place of a second.
 */
export async function refreshStatistics(session: SqlSession, schema: string, model: Model, objectNames: readonly string[]): Promise<void> {
  const objects = objectNames.flatMap((name) => model.objectByName.get(name) ?? []);
  for (const table of [...objects.map((object) => recordTable(schema, object)), orgTable(schema, 'history')]) await session.run(sql`analyze ${table}`);
}
