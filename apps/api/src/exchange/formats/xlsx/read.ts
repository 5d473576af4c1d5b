import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { listWords } from '@guanxi/field-types';
import { streamXlsxRows } from 'hucre/xlsx';
import { readHeadings } from '../headings.js';
import type { Cell, FileBeginning, FileRow, Reader } from '../reader.js';
import { fileFaults, UnreadableFile } from '../unreadable-file.js';
import { readSheetNames } from './read-sheet-names.js';

const AT_ONCE = 500;

type Values = readonly unknown[];

/** The rows of one sheet of a workbook, formulas by the values they had when it was saved. */
export const xlsxReader: Reader = {
  async readBeginning(path, wish, rows): Promise<FileBeginning> {
    const sheets = await readSheetNames(path);
    const sheet = chooseSheet(sheets, wish.sheet);
    const read: (readonly Cell[])[] = [];
    for await (const { values } of readSheet(path, sheet)) {
      read.push(values.map(toCell));
      if (read.length > rows) break;
    }
    const columns = readHeadings(read[0]?.map(String));
    return { sheet, sheets, columns, sample: read.slice(1) };
  },

  async *readRows(path, wish): AsyncGenerator<readonly FileRow[]> {
    const sheet = chooseSheet(await readSheetNames(path), wish.sheet);
    let isFirst = true;
    let rows: FileRow[] = [];
    for await (const { index, values } of readSheet(path, sheet)) {
      if (isFirst) isFirst = false;
      else rows.push({ number: index + 1, cells: values.map(toCell) });
      if (rows.length === AT_ONCE) {
        yield rows;
        rows = [];
      }
    }
    if (rows.length > 0) yield rows;
  },
};

function chooseSheet(sheets: readonly string[], wanted: string | undefined): string {
  const [first] = sheets;
  if (first === undefined) throw new UnreadableFile(fileFaults.empty);
  if (wanted === undefined) return first;
  if (sheets.includes(wanted)) return wanted;
  throw new UnreadableFile({ ...fileFaults.noSheet, words: { sheet: wanted, sheets: listWords(sheets, 'conjunction') } });
}

/** The rows of a sheet that hold something. */
async function* readSheet(path: string, sheet: string): AsyncGenerator<{ readonly index: number; readonly values: Values }> {
  const bytes = Readable.toWeb(createReadStream(path, { highWaterMark: 256 * 1024 })) as unknown as ReadableStream<Uint8Array>;
  try {
    for await (const row of streamXlsxRows(bytes, { sheet })) {
      if (row.values.some((value) => value !== null && value !== undefined && value !== '')) yield row;
    }
  } catch (failure) {
    if (failure instanceof UnreadableFile) throw failure;
    throw new UnreadableFile({ ...fileFaults.workbook, words: { reason: (failure as Error).message } }, { cause: failure });
  }
}

const MIDNIGHT = /T00:00:00(\.000)?Z$/;
/** Times of day without a day are counted from here. */
const NO_DAY = /^1899-12-3[01]T/;

/** Days and instants as ISO text: an instant of a sheet has no zone, so it gets none here. */
function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (!(value instanceof Date)) return JSON.stringify(value);
  if (Number.isNaN(value.getTime())) return '';
  const text = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
  if (NO_DAY.test(text)) return text.slice(11, 19);
  return MIDNIGHT.test(text) ? text.slice(0, 10) : text.slice(0, 19);
}
