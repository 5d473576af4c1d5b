import { plan, type Model, type ObjectModel } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { OrgDatabase } from '../../database/org-database.js';
import { orgMigrations } from '../../database/org-schema/index.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import type { Org } from '../../orgs/org.js';

/** The org that a rehearsal plays in: the same documents, tables of its own, and a clock that stands where it is set. */
export function stageOf(org: Org, clock: Date): Org {
  return { ...org, schema: `${org.schema}_rehearsal`, clock: clock.toISOString() };
}

export interface StagePlan {
  readonly model: Model;
  /** Names of objects whose records are not there from the beginning. */
  readonly empty: ReadonlySet<string>;
  /** Of this object only the records that are older than the play. */
  readonly played: { readonly object: ObjectModel; readonly before: RawBuilder<unknown> };
}

/** Builds the stage and fills it with copies of the org's records. What an earlier rehearsal has left is cleared away. */
export function buildStage(database: OrgDatabase, org: Org, stage: Org, { model, empty, played }: StagePlan): Promise<void> {
  return database.transaction(stage, async (tx) => {
    await tx.run(sql`drop schema if exists ${sql.id(stage.schema)} cascade`);
    await tx.run(sql`create schema ${sql.id(stage.schema)}`);
    for (const { statements } of orgMigrations) for (const statement of statements(stage.schema)) await tx.run(statement);
    for (const { statements } of plan(null, model, { schema: stage.schema, timeZone: stage.timeZone })) for (const statement of statements) await tx.run(statement);
    await dropForeignKeys(tx);
    await copy(tx, orgTable(org.schema, 'user'), { name: '_user', into: orgTable(stage.schema, 'user'), where: sql`true` });
    for (const object of model.objects) {
      if (object.platform || empty.has(object.name)) continue;
      const where = object.name === played.object.name ? sql`source.deleted_at is null and ${played.before}` : sql`source.deleted_at is null`;
      await copy(tx, recordTable(org.schema, object), { name: object.table, into: recordTable(stage.schema, object), where });
    }
  }, { statementTimeout: 0 });
}

export function clearStage(database: OrgDatabase, stage: Org): Promise<void> {
  return database.transaction(stage, async (tx) => {
    await tx.run(sql`drop schema if exists ${sql.id(stage.schema)} cascade`);
  }, { statementTimeout: 0 });
}

/** Tables can then be filled in any order, and with some of them left empty; the writer checks references by itself. */
async function dropForeignKeys(tx: OrgTransaction): Promise<void> {
  const keys = await tx.run<{ relation: string; name: string }>(sql`
    select class.relname as relation, conname as name from pg_constraint as con join pg_class as class on class.oid = con.conrelid
    join pg_namespace as space on space.oid = class.relnamespace where space.nspname = ${tx.org.schema} and contype = 'f'`);
  for (const { relation, name } of keys) await tx.run(sql`alter table ${sql.id(tx.org.schema, relation)} drop constraint ${sql.id(name)}`);
}

async function copy(tx: OrgTransaction, from: RawBuilder<unknown>, { name, into, where }: { name: string; into: RawBuilder<unknown>; where: RawBuilder<unknown> }): Promise<void> {
  const columns = await tx.run<{ name: string }>(sql`
    select column_name as name from information_schema.columns
    where table_schema = ${tx.org.schema} and table_name = ${name} and is_generated = 'NEVER' order by ordinal_position`);
  const list = sql.join(columns.map((column) => sql.id(column.name)));
  await tx.run(sql`insert into ${into} (${list}) select ${list} from ${from} as source where ${where} on conflict do nothing`);
  await tx.run(sql`analyze ${into}`);
}
