import { sql } from 'kysely';
import type { OrgTransaction } from '../database/sql-session.js';

/** Lets `work` fill an org's tables in any order: foreign keys are checked when it is through, and are then as they were. */
export async function checkReferencesLast(tx: OrgTransaction, work: () => Promise<void>): Promise<void> {
  const keys = await tx.run<{ table: string; name: string }>(sql`
    select relation.relname as "table", key.conname as name
    from pg_constraint key join pg_class relation on relation.oid = key.conrelid join pg_namespace space on space.oid = relation.relnamespace
    where space.nspname = ${tx.org.schema} and key.contype = 'f' order by key.oid`);
  for (const { table, name } of keys) await tx.run(sql`alter table ${sql.id(tx.org.schema, table)} alter constraint ${sql.id(name)} deferrable`);
  await tx.run(sql`set constraints all deferred`);
  await work();
  await tx.run(sql`set constraints all immediate`);
  for (const { table, name } of keys) await tx.run(sql`alter table ${sql.id(tx.org.schema, table)} alter constraint ${sql.id(name)} not deferrable`);
}
