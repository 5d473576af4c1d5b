import { parseDocuments, plan, primaryKeyName, requiredCheckName, tellProblems, type MetadataDocument, type Model } from '@guanxi/metadata';
import { sql } from 'kysely';
import { migrateOrgSchema } from '../database/migrate-org-schema.js';
import { orgMigrations } from '../database/org-schema/index.js';
import type { SqlSession } from '../database/sql-session.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import type { Org } from '../orgs/org.js';
import type { BackupHeader, BackupTable } from './backup-format.js';
import { backupFaults } from './backup-wording.js';
import { columnTypeOf } from './column-type.js';
import { PRODUCT_VERSION } from './product-version.js';
import { readTables } from './read-tables.js';

/** What was removed and can still be brought back is called like this; see `asideName`. */
const ASIDE = /^_gone_\d+_/;

/** An empty schema with the platform's tables as the backup's org had them: later migrations come after the rows. */
export async function makeSchema(session: SqlSession, org: Org, { migrations, product }: BackupHeader): Promise<void> {
  const known = new Set(orgMigrations.map(({ name }) => name));
  if (migrations.some((name) => !known.has(name))) throw new ApiFailure('BAD_REQUEST', { ...backupFaults.newer, words: { product, own: PRODUCT_VERSION } });
  await session.run(sql`create schema ${sql.id(org.schema)}`);
  await migrateOrgSchema(session, org, 'in-transaction', new Set(migrations));
}

/** The tables of the published documents, and what stands aside, without any row. */
export async function makeTables(session: SqlSession, org: Org, documents: readonly MetadataDocument[], header: BackupHeader): Promise<Model> {
  const parsed = parseDocuments(documents);
  if (!parsed.ok) {
    const [problem] = tellProblems(parsed.problems, 'en');
    throw new ApiFailure('BAD_REQUEST', { ...backupFaults.documents, words: { reason: `${problem?.path} ${problem?.message}` } });
  }
  for (const { statements } of plan(null, parsed.value, { schema: org.schema, timeZone: org.timeZone })) for (const statement of statements) await session.run(statement);
  await fitTables(session, org, header.tables.filter(({ place }) => place === 'org'));
  return parsed.value;
}

async function fitTables(session: SqlSession, org: Org, wanted: readonly BackupTable[]): Promise<void> {
  const made = new Map((await readTables(session, org.schema)).map((table) => [table.name, table]));
  for (const table of wanted) {
    const present = made.get(table.name);
    if (!present) await makeAside(session, org, table);
    else await fitColumns(session, org, table, present);
  }
}

async function fitColumns(session: SqlSession, org: Org, { name, columns }: BackupTable, present: BackupTable): Promise<void> {
  const on = sql.id(org.schema, name);
  for (const column of columns) {
    const found = present.columns.find((other) => other.name === column.name);
    if (!found) await session.run(sql`alter table ${on} add column ${sql.id(column.name)} ${asideType(name, column)}`);
    // Publishing had not yet looked at every row: some may have no value.
    else if (found.required && !column.required) await session.run(sql`alter table ${on} alter column ${sql.id(column.name)} drop not null`);
  }
}

/** The check that holds new rows to a value while older ones may have none, as publishing leaves it. Comes after the rows. */
export async function checkUnproven(session: SqlSession, org: Org, model: Model, { tables }: BackupHeader): Promise<void> {
  for (const object of model.objects) {
    const table = tables.find(({ place, name }) => place === 'org' && name === object.table);
    for (const { column, required, storage } of object.fields) {
      const found = storage === 'column' && required && table?.columns.find(({ name }) => name === column);
      if (!found || found.required) continue;
      await session.run(sql`alter table ${sql.id(org.schema, object.table)} add constraint ${sql.id(requiredCheckName(object.table, column))} check (${sql.id(column)} is not null) not valid`);
    }
  }
}

/** The table of a removed object. */
async function makeAside(session: SqlSession, org: Org, table: BackupTable): Promise<void> {
  const columns = table.columns.map((column) => {
    const type = ASIDE.test(table.name) ? columnTypeOf(column.type) : undefined;
    if (!type) throw unknownColumn(table.name, column.name);
    // What is brought back counts its versions on.
    const counts = column.name === 'version' ? sql` default 1` : sql``;
    return sql`${sql.id(column.name)} ${type}${column.required ? sql` not null` : sql``}${counts}`;
  });
  const key = sql`constraint ${sql.id(primaryKeyName(table.name))} primary key (${sql.join(table.key.map((name) => sql.id(name)))})`;
  await session.run(sql`create table ${sql.id(org.schema, table.name)} (${sql.join([...columns, key])})`);
}

function asideType(table: string, { name, type }: BackupTable['columns'][number]) {
  const known = ASIDE.test(name) ? columnTypeOf(type) : undefined;
  if (!known) throw unknownColumn(table, name);
  return known;
}

function unknownColumn(table: string, column: string): ApiFailure {
  return new ApiFailure('BAD_REQUEST', { ...backupFaults.unknownColumn, words: { table, column } });
}
