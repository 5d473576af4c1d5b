import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import type { ClientBase } from 'pg';
import { copyIn } from '../database/copy-in.js';
import { copyOut } from '../database/copy-out.js';
import type { SqlSession } from '../database/sql-session.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import type { Org } from '../orgs/org.js';
import type { BackupTable, SectionEnd } from './backup-format.js';
import type { BackupSection } from './backup-reader.js';
import { backupFaults } from './backup-wording.js';
import { LineCount } from './count-lines.js';
import { rowsOf } from './rows-of.js';

/** Where the rows of a table go: those of the platform's into a table of this transaction, from which they are taken over at the end. */
export function targetOf(table: BackupTable, org: Org) {
  return table.place === 'org' ? sql.id(org.schema, table.name) : sql.id(`restored_${table.name}`);
}

/** Brings the rows of a section into its table, in place of what a migration has put there. */
export async function loadSection(client: ClientBase, session: SqlSession, org: Org, { table, rows }: BackupSection): Promise<void> {
  const target = targetOf(table, org);
  if (table.place === 'platform') await session.run(sql`create temporary table ${target} on commit drop as select ${sql.join(table.columns.map(({ name }) => sql.id(name)))} from ${sql.id('guanxi', table.name)} with no data`);
  else await session.run(sql`delete from ${target}`);
  const columns = sql.join(table.columns.map(({ name }) => sql.id(name)));
  await pipeline(Readable.from(rows, { objectMode: false, highWaterMark: 256 * 1024 }), copyIn(client, sql`copy ${target} (${columns}) from stdin`));
}

/** Reads the rows out again. Throws `ApiFailure` unless they are just those of the backup. */
export async function compareRows(client: ClientBase, org: Org, table: BackupTable, said: SectionEnd): Promise<void> {
  const counted = new LineCount();
  for await (const piece of copyOut(client, rowsOf(table, targetOf(table, org))) as AsyncIterable<Buffer>) counted.add(piece);
  const found = counted.result();
  if (found.rows !== said.rows || found.sha256 !== said.sha256) throw new ApiFailure('CONFLICT', { ...backupFaults.differs, words: { table: table.name } });
}
