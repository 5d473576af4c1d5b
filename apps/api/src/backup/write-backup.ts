import { sql, type RawBuilder } from 'kysely';
import type { ClientBase } from 'pg';
import { copyOut } from '../database/copy-out.js';
import type { Org } from '../orgs/org.js';
import { BACKUP_FORMAT, BACKUP_VERSION, ROWS_END, type BackupEnd, type BackupHeader, type BackupTable, type SectionStart } from './backup-format.js';
import { LineCount } from './count-lines.js';
import { rowsOf } from './rows-of.js';

/** The lines of a backup. The client's transaction is the moment it is as of. `seen` hears of rows as they pass. */
export async function* writeBackup(client: ClientBase, org: Org, header: BackupHeader, seen: (rows: number) => void): AsyncGenerator<Uint8Array> {
  yield line(header);
  let total = 0;
  for (const table of header.tables) {
    yield line({ place: table.place, table: table.name } satisfies SectionStart);
    const counted = new LineCount();
    for await (const piece of copyOut(client, rowsOf(table, sourceOf(table, org), hiddenColumns(table, header))) as AsyncIterable<Buffer>) {
      const before = counted.rows;
      counted.add(piece);
      seen(counted.rows - before);
      yield piece;
    }
    const end = counted.result();
    total += end.rows;
    yield Buffer.from(`${ROWS_END}\n`);
    yield line(end);
  }
  yield line({ end: true, tables: header.tables.length, rows: total } satisfies BackupEnd);
}

export function makeHeader(org: Org, parts: Pick<BackupHeader, 'product' | 'takenAt' | 'withPasswords' | 'migrations' | 'tables' | 'sequences'> & { readonly publishedRevision: number }): BackupHeader {
  const { publishedRevision, ...rest } = parts;
  const { name, timeZone, currency, locale, country = null } = org;
  return { format: BACKUP_FORMAT, version: BACKUP_VERSION, ...rest, org: { name, timeZone, currency, locale, country, publishedRevision } };
}

function sourceOf({ place, name }: BackupTable, org: Org): RawBuilder<unknown> {
  return place === 'org' ? sql.id(org.schema, name) : sql`(select * from ${sql.id('guanxi', name)} where org_id = ${sql.lit(org.id)}::uuid)`;
}

function hiddenColumns({ place, name }: BackupTable, { withPasswords }: BackupHeader): Readonly<Record<string, RawBuilder<unknown>>> {
  return place === 'platform' && name === 'user' && !withPasswords ? { password_hash: sql`''` } : {};
}

function line(value: object): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}
