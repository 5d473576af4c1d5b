import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { writeXlsxStream } from 'hucre/xlsx';
import { sql } from 'kysely';
import type { SqlSession } from '../../database/sql-session.js';
import { guardFormula } from '../formats/csv/guard-formula.js';
import { fileReaders } from '../formats/file-readers.js';
import type { FileFormatName } from '../formats/file-format.js';
import type { Cell, FileRow, ReadingWish } from '../formats/reader.js';
import { textEncoder } from '../formats/text/encode-text.js';
import type { RowProblem } from './convert-row.js';
import type { Staging } from './staging/staging.js';

export interface RejectedSource {
  /** The file that was imported. */
  readonly path: string;
  readonly kind: FileFormatName;
  readonly columns: readonly string[];
  /** How it turned out to be written: the rejected rows are written the same way. */
  readonly form: ReadingWish;
}

interface Rejected {
  readonly cells: readonly Cell[];
  readonly row: number;
  readonly reason: string;
}

/**
 * Writes the rejected rows into a file that can be mended and imported again: of the same format and encoding, with the
 * columns of the file, then `row` and `reason`. Goes through the file once more instead of keeping a copy of its rows.
 */
export async function writeRejectedFile(target: string, source: RejectedSource, session: SqlSession, staging: Staging): Promise<void> {
  const rows = rejectedRows(source, session, staging);
  await pipeline(Readable.from(WRITERS[source.kind](rows, source)), createWriteStream(target, { mode: 0o600 }));
}

type Write = (rows: AsyncIterable<Rejected>, source: RejectedSource) => AsyncIterable<Uint8Array>;

const WRITERS: Readonly<Record<FileFormatName, Write>> = { csv: writeCsv, xlsx: writeXlsx, ndjson: writeNdjson };

async function* writeCsv(rows: AsyncIterable<Rejected>, { columns, form }: RejectedSource): AsyncGenerator<Uint8Array> {
  const { encode, mark } = textEncoder(form.encoding ?? 'utf-8');
  const delimiter = form.delimiter ?? ',';
  const line = (cells: readonly string[]) => encode(stringify([cells.map(disarm)], { delimiter }));
  yield mark;
  yield line([...columns, 'row', 'reason']);
  for await (const { cells, row, reason } of rows) yield line([...columns.map((_, index) => String(cells[index] ?? '')), String(row), reason]);
}

async function* writeXlsx(rows: AsyncIterable<Rejected>, { columns, form }: RejectedSource): AsyncGenerator<Uint8Array> {
  async function* values(): AsyncGenerator<Cell[]> {
    yield [...columns, 'row', 'reason'];
    for await (const { cells, row, reason } of rows) yield [...columns.map((_, index) => cells[index] ?? ''), row, reason];
  }
  yield* writeXlsxStream(values(), { name: form.sheet ?? 'Sheet1' }) as AsyncIterable<Uint8Array>;
}

async function* writeNdjson(rows: AsyncIterable<Rejected>, { columns }: RejectedSource): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const { cells, row, reason } of rows) {
    const members = columns.flatMap((column, index) => (cells[index] === undefined || cells[index] === '' ? [] : [[column, cells[index]] as const]));
    yield encoder.encode(`${JSON.stringify({ ...Object.fromEntries(members), row, reason })}\n`);
  }
}

const AT_ONCE = 5_000;

async function* rejectedRows({ path, kind, form }: RejectedSource, session: SqlSession, staging: Staging): AsyncGenerator<Rejected> {
  const reasons = readReasons(session, staging);
  let next = await reasons.next();
  for await (const rows of fileReaders[kind].readRows(path, form)) {
    for (const { number, cells } of rows as readonly FileRow[]) {
      if (next.done) return;
      if (number !== next.value.row) continue;
      yield { cells, ...next.value };
      next = await reasons.next();
    }
  }
}

async function* readReasons(session: SqlSession, { outcomes }: Staging): AsyncGenerator<{ readonly row: number; readonly reason: string }> {
  for (let after = 0; ; ) {
    const rows = await session.run<{ row: number; problems: readonly RowProblem[] }>(
      sql`select "row", problems from ${outcomes} where kind = 'rejected' and "row" > ${after} order by "row" limit ${AT_ONCE}`,
    );
    for (const { row, problems } of rows) yield { row, reason: problems.map(tell).join(' ') };
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)?.row ?? after;
  }
}

function tell({ column, message, hint }: RowProblem): string {
  return `${column === undefined ? '' : `${column}: `}${message}${hint === undefined ? '' : ` ${hint}`}`;
}

/** Numbers stay as they were written. */
function disarm(cell: string): string {
  return /^[+-][\d., ]*$/.test(cell) ? cell : guardFormula(cell);
}
