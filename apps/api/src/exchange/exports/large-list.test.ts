import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sql } from 'kysely';
import { readXlsx } from 'hucre/xlsx';
import { agency } from '../../graphql/testing/agency-documents.js';
import { ADA, org, startShopApi, type ShopApi } from '../../graphql/testing/shop-api.js';
import type { FileFormatName } from '../formats/file-format.js';
import { ListReader } from './list-reader.js';
import { makeListFile } from './make-list-file.js';
import { makeOrgArchive } from './make-org-archive.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const ROWS = 100_000;
const PART = 10_000;
/** The rows of the list as JavaScript values take several times as much. */
const MOST_GROWTH = 60 * 1_048_576;

describe('a list of a hundred thousand records', () => {
  let api: ShopApi;
  beforeAll(async () => {
    api = await startShopApi(agency);
    // In parts, each of which is done well within the bound of one statement.
    for (let from = 1; from <= ROWS; from += PART) {
      await api.run(sql`insert into ${sql.id(org.schema, 'account')} (id, owner_id, created_at, created_by, updated_at, updated_by, code, name, "limit", channels)
        select gen_random_uuid(), ${ADA}::uuid, now(), ${ADA}::uuid, now(), ${ADA}::uuid, 'A-' || n, repeat('客戶 ', 20) || n, n, array['call', 'mail'] from generate_series(${from}::int, ${from + PART - 1}::int) n`);
    }
  }, 60_000);
  afterAll(() => api.close());

  it.each<FileFormatName>(['csv', 'xlsx', 'ndjson'])('goes out as %s with little memory', async (format) => {
    const file = await makeListFile({ object: 'Account', fields: ['code', 'name', 'limit', 'channels', 'region.name'], format }, api.actor('ada'), new ListReader(api.ports));
    expect(file.rowsTotal).toBe(ROWS);
    collectGarbage();
    const before = process.memoryUsage().heapUsed + process.memoryUsage().external;
    let most = 0;
    let bytes = 0;
    let count = 0;
    for await (const piece of file.pieces) {
      bytes += piece.length;
      if (count++ % 20 === 0) collectGarbage();
      most = Math.max(most, process.memoryUsage().heapUsed + process.memoryUsage().external - before);
    }
    await file.close();
    expect(file.rowsWritten()).toBe(ROWS);
    expect(bytes).toBeGreaterThan(1_000_000);
    expect(most).toBeLessThan(MOST_GROWTH);
  }, 60_000);

  it('is as it was when its reading began, whatever happens meanwhile', async () => {
    const reader = new ListReader(api.ports);
    const file = await makeListFile({ object: 'Account', fields: ['code'], format: 'ndjson' }, api.actor('ada'), reader);
    await api.run(sql`update ${sql.id(org.schema, 'account')} set deleted_at = now() where code like 'A-99%'`);
    let lines = 0;
    for await (const piece of file.pieces) lines += Buffer.from(piece).toString().split('\n').length - 1;
    await file.close();
    expect(lines).toBe(ROWS);
  }, 60_000);

  it('lets go of its connection when the reader goes away', async () => {
    for (let count = 0; count < 30; count += 1) {
      const file = await makeListFile({ object: 'Account', fields: ['code'], format: 'csv' }, api.actor('ada'), new ListReader(api.ports), { counted: false });
      for await (const _piece of file.pieces) break;
      await file.close();
    }
    expect(api.database.pool.idleCount).toBe(api.database.pool.totalCount);
  }, 60_000);

  it('is one of several files of an archive, in parts of so many rows', async () => {
    await api.run(sql`update ${sql.id(org.schema, 'account')} set deleted_at = null where deleted_at is not null`);
    const file = await makeOrgArchive({ objects: ['Account', 'Region'], format: 'csv', rowsPerFile: 60_000 }, api.actor('ada'), new ListReader(api.ports));
    const pieces: Uint8Array[] = [];
    for await (const piece of file.pieces) pieces.push(piece);
    await file.close();
    const { names } = readDirectory(Buffer.concat(pieces));
    expect(names).toEqual(['Account.csv', 'Account-2.csv', 'Region.csv']);
    expect(file.rowsWritten()).toBe(ROWS);
  }, 60_000);
});

describe('typed cells', () => {
  let api: ShopApi;
  beforeAll(async () => {
    api = await startShopApi(agency);
  });
  afterAll(() => api.close());

  it('are numbers, dates and booleans of a spreadsheet, under the headings that people know', async () => {
    const { data, errors } = await api.ask('mutation { createDeal(data: { name: "=1+1", amount: "-30.5", closedOn: "2026-02-03" }) { id createdAt } }');
    expect(errors).toBeUndefined();
    const { createdAt } = (data as { createDeal: { createdAt: string } }).createDeal;
    const file = await makeListFile({ object: 'Deal', fields: ['name', 'amount', 'closedOn', 'isMine', 'createdAt'], format: 'xlsx', headings: 'titles' }, api.actor('ada'), new ListReader(api.ports));
    const pieces: Uint8Array[] = [];
    for await (const piece of file.pieces) pieces.push(piece);
    await file.close();
    const { sheets } = await readXlsx(Buffer.concat(pieces));
    expect(sheets[0]?.name).toBe('Deals');
    const [headings, row] = sheets[0]?.rows ?? [];
    expect(headings).toEqual(['Name', 'Amount', 'Closed on', 'Mine', 'Created at']);
    expect(row?.slice(0, 4)).toEqual(['=1+1', -30.5, new Date('2026-02-03T00:00:00Z'), true]);
    // Taipei is eight hours ahead of UTC.
    expect((row?.[4] as Date).getTime() - new Date(createdAt).getTime()).toBe(8 * 3_600_000);
  });

  it('are guarded in a text file, which has no types', async () => {
    const file = await makeListFile({ object: 'Deal', fields: ['name', 'amount'], format: 'csv' }, api.actor('ada'), new ListReader(api.ports));
    let text = '';
    for await (const piece of file.pieces) text += Buffer.from(piece).toString();
    await file.close();
    expect(text).toBe("\uFEFFname,amount\r\n'=1+1,-30.50\r\n");
  });
});

/** The names in a ZIP archive's directory. */
function readDirectory(archive: Buffer): { readonly names: readonly string[] } {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06'));
  const names: string[] = [];
  for (let at = archive.readUInt32LE(end + 16), count = archive.readUInt16LE(end + 10); names.length < count; ) {
    const [name, extra, comment] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32)];
    names.push(archive.subarray(at + 46, at + 46 + name).toString());
    at += 46 + name + extra + comment;
  }
  return { names };
}
