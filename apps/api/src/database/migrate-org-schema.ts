import { sql } from 'kysely';
import { orgMigrations, type OrgMigration } from './org-schema/index.js';
import { grantReading } from './reading-role.js';
import type { SqlSession } from './sql-session.js';

interface OrgPlace {
  readonly id: string;
  readonly schema: string;
}

/**
 * Applies the migrations that an org's schema does not have yet. `session` keeps to one connection; either it is in a
 * transaction already, or each migration gets one. `only`: those of these names, as an org of an earlier day had gone through.
 */
export async function migrateOrgSchema(session: SqlSession, org: OrgPlace, mode: 'in-transaction' | 'transaction-each', only?: ReadonlySet<string>): Promise<void> {
  const applied = await session.run<{ name: string }>(sql`select name from guanxi.org_migration where org_id = ${org.id}`);
  const names = new Set(applied.map(({ name }) => name));
  for (const migration of orgMigrations) {
    if (names.has(migration.name) || only?.has(migration.name) === false) continue;
    if (mode === 'in-transaction') await apply(session, org, migration);
    else await inTransaction(session, () => apply(session, org, migration));
  }
  if (mode === 'in-transaction') await grantReading(session, org.schema);
  else await inTransaction(session, () => grantReading(session, org.schema));
}

async function apply(session: SqlSession, org: OrgPlace, { name, statements }: OrgMigration): Promise<void> {
  for (const statement of statements(org.schema)) await session.run(statement);
  await session.run(sql`insert into guanxi.org_migration (org_id, name) values (${org.id}, ${name})`);
}

async function inTransaction(session: SqlSession, work: () => Promise<void>): Promise<void> {
  await session.run(sql`begin`);
  try {
    await work();
    await session.run(sql`commit`);
  } catch (error) {
    await session.run(sql`rollback`);
    throw error;
  }
}
