import type { JsonValue } from '@guanxi/field-types';
import { writeXlsxStream, type CellValue } from 'hucre/xlsx';
import type { FileColumn } from '../file-column.js';
import type { FileContent } from '../file-format.js';
import { wallTime } from './wall-time.js';

/** What a spreadsheet takes in one cell. */
const LONGEST_CELL = 32_767;
/** Digits of a number that a spreadsheet keeps. */
const MOST_DIGITS = 15;

/** A cell that no spreadsheet takes. */
export class CellTooLong extends Error {
  constructor(readonly heading: string, readonly row: number) {
    super(`Row ${row} has more than ${LONGEST_CELL} characters in ${heading}.`);
  }
}

/** A workbook with a sheet for every 1,048,575 rows, written as the rows come. Throws `CellTooLong`. */
export async function* writeXlsx({ title, columns, batches, timeZone }: FileContent): AsyncGenerator<Uint8Array> {
  const stream = writeXlsxStream(rowsOf(columns, batches, timeZone), {
    name: sheetName(title),
    columns: columns.map(({ heading, cell }) => ({ header: heading, width: widths[cell], ...(numberFormats[cell] && { numFmt: numberFormats[cell] }) })),
    freezePane: { rows: 1 },
    zip64: true,
  });
  yield* stream as AsyncIterable<Uint8Array>;
}

const widths = { text: 24, number: 14, boolean: 10, date: 12, moment: 20 } as const;
const numberFormats: Partial<Record<FileColumn['cell'], string>> = { date: 'yyyy-mm-dd', moment: 'yyyy-mm-dd hh:mm:ss' };

async function* rowsOf(columns: readonly FileColumn[], batches: FileContent['batches'], timeZone: string): AsyncGenerator<CellValue[]> {
  let row = 1;
  for await (const batch of batches) {
    for (const values of batch) {
      row += 1;
      yield columns.map((column, index) => cellOf(column, values[index] ?? null, { row, timeZone }));
    }
  }
}

function cellOf(column: FileColumn, value: JsonValue, at: { readonly row: number; readonly timeZone: string }): CellValue {
  if (value === null) return null;
  const typed = typedCells[column.cell]?.(value, at.timeZone);
  if (typed !== undefined) return typed;
  const text = column.text(value);
  if (text.length > LONGEST_CELL) throw new CellTooLong(column.heading, at.row);
  return text;
}

/** Undefined for a value that a typed cell would change: such a one goes out as text. */
const typedCells: Partial<Record<FileColumn['cell'], (value: JsonValue, timeZone: string) => CellValue | undefined>> = {
  boolean: (value) => value === true,
  number: (value) => (String(value).replace(/\D/g, '').length <= MOST_DIGITS ? Number(value) : undefined),
  date: (value) => dateCell(`${String(value)}T00:00:00Z`),
  moment: (value, timeZone) => dateCell(wallTime(String(value), timeZone)),
};

/** Spreadsheets count days from 1900, and wrongly before March of that year. */
function dateCell(iso: string): Date | undefined {
  const date = new Date(iso);
  return date >= FIRST_DAY && date < PAST_LAST_DAY ? date : undefined;
}

const FIRST_DAY = new Date('1900-03-01T00:00:00Z');
const PAST_LAST_DAY = new Date(Date.UTC(10_000, 0, 1));

/** At most 31 characters, without those that a sheet may not have. */
function sheetName(title: string): string {
  return title.replace(/[\\/?*[\]:]/g, ' ').replace(/^'+|'+$/g, '').trim().slice(0, 31) || 'Records';
}
