import { readHeadings } from '../headings.js';
import type { FileBeginning, FileRow, Reader, ReadingWish } from '../reader.js';
import { findEncoding } from '../text/find-encoding.js';
import { readText } from '../text/read-text.js';
import { CsvParser, type CsvRecord } from './csv-parser.js';
import { findDelimiter } from './find-delimiter.js';
import { freeFormula } from './guard-formula.js';

const BEGINNING = 64 * 1024;

/** CSV and its like: any delimiter, any usual encoding, quotes where there are some. */
export const csvReader: Reader = {
  async readBeginning(path, wish, rows): Promise<FileBeginning> {
    const { encoding, delimiter } = await findForm(path, wish);
    const sample: CsvRecord[] = [];
    for await (const records of readRecords(path, encoding, delimiter)) {
      sample.push(...records);
      if (sample.length > rows) break;
    }
    const columns = readHeadings(sample[0]?.cells);
    return { encoding, delimiter, columns, sample: sample.slice(1, rows + 1).map(({ cells }) => cells.map((cell) => cell.trim())) };
  },

  async *readRows(path, wish): AsyncGenerator<readonly FileRow[]> {
    const { encoding, delimiter } = await findForm(path, wish);
    let isFirst = true;
    for await (const records of readRecords(path, encoding, delimiter)) {
      yield isFirst ? records.slice(1) : records;
      isFirst = false;
    }
  },
};

async function findForm(path: string, wish: ReadingWish): Promise<{ readonly encoding: string; readonly delimiter: string }> {
  const encoding = wish.encoding ?? (await findEncoding(path));
  return { encoding, delimiter: wish.delimiter ?? findDelimiter(await readBeginningText(path, encoding)) };
}

async function readBeginningText(path: string, encoding: string): Promise<string> {
  let text = '';
  for await (const piece of readText(path, encoding, () => 1)) {
    text += piece;
    if (text.length >= BEGINNING) break;
  }
  return text.slice(0, BEGINNING);
}

/** Records as they come, never none at a time. */
async function* readRecords(path: string, encoding: string, delimiter: string): AsyncGenerator<CsvRecord[]> {
  const parser = new CsvParser(delimiter);
  for await (const piece of readText(path, encoding, () => parser.row)) {
    const records = parser.push(piece);
    if (records.length > 0) yield records.map(freed);
  }
  const rest = parser.end();
  if (rest.length > 0) yield rest.map(freed);
}

/** As an export guards what looks like a formula. */
function freed(record: CsvRecord): CsvRecord {
  return record.cells.some((cell) => freeFormula(cell) !== cell) ? { ...record, cells: record.cells.map(freeFormula) } : record;
}
