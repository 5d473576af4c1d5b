import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { say, type Sentence } from '@guanxi/field-types';
import { parse, type Parser } from 'csv-parse';
import { fileFaults } from './import-wording.js';

export type Delimiter = ',' | ';' | '\t' | '|';

/** A file as it begins: enough to map its columns. */
export interface FileBeginning {
  readonly delimiter: Delimiter;
  readonly columns: readonly string[];
  readonly sample: readonly (readonly string[])[];
}

export interface FileRow {
  /** Counted as a spreadsheet does: the headings are row 1. */
  readonly number: number;
  readonly values: ReadonlyMap<string, string>;
  /** The cells as they stand in the file, in the order of its headings. */
  readonly cells: readonly string[];
}

/** The file cannot be read as CSV at all: nothing of it is taken. */
export class UnreadableFile extends Error {
  constructor(readonly sentence: Sentence, options?: ErrorOptions) {
    super(say(sentence, 'en'), options);
  }

  tell(locale: string): string {
    return say(this.sentence, locale);
  }
}

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];
const BEGINNING_BYTES = 64 * 1024;

/** Reads the headings and up to `rows` rows. Throws `UnreadableFile` with a sentence for people. */
export async function readBeginning(path: string, rows = 20): Promise<FileBeginning> {
  const beginning = await readFirstBytes(path);
  const delimiter = guessDelimiter(beginning);
  const sample: string[][] = [];
  for await (const record of parser(path, delimiter, rows + 1)) sample.push(record as string[]);
  const [columns, ...rest] = sample;
  return { delimiter, columns: checkHeadings(columns), sample: rest };
}

/** Streams the rows of a file with bounded memory. Throws `UnreadableFile` where the file breaks. */
export async function* readRows(path: string, delimiter: Delimiter): AsyncGenerator<FileRow> {
  let headings: readonly string[] | undefined;
  let number = 0;
  try {
    for await (const record of parser(path, delimiter)) {
      const cells = record as string[];
      number += 1;
      if (!headings) headings = checkHeadings(cells);
      else yield { number, cells, values: new Map(headings.map((heading, index) => [heading, cells[index] ?? ''])) };
    }
  } catch (failure) {
    if (failure instanceof UnreadableFile) throw failure;
    throw new UnreadableFile({ ...fileFaults.broken, words: { row: String(number), reason: (failure as Error).message } }, { cause: failure });
  }
}

function parser(path: string, delimiter: Delimiter, to?: number): Parser {
  const options = { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, trim: true };
  const source = createReadStream(path);
  const target = parse(to === undefined ? options : { ...options, to });
  source.on('error', (failure) => target.destroy(failure));
  return source.pipe(target);
}

async function readFirstBytes(path: string): Promise<string> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(BEGINNING_BYTES);
    const { bytesRead } = await file.read(buffer, 0, BEGINNING_BYTES, 0);
    return decode(buffer.subarray(0, bytesRead), bytesRead === BEGINNING_BYTES);
  } finally {
    await file.close();
  }
}

function decode(bytes: Buffer, cut: boolean): string {
  if (bytes.includes(0)) throw new UnreadableFile(fileFaults.binary);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
  } catch (failure) {
    throw new UnreadableFile(fileFaults.encoding, { cause: failure });
  }
}

/** The delimiter that divides the first line into the most parts. */
function guessDelimiter(beginning: string): Delimiter {
  const [line = ''] = beginning.split(/\r?\n/, 1);
  const unquoted = line.replace(/"[^"]*"/g, '');
  return delimiters.reduce((best, next) => (unquoted.split(next).length > unquoted.split(best).length ? next : best));
}

function checkHeadings(headings: readonly string[] | undefined): readonly string[] {
  if (!headings || headings.every((heading) => heading === '')) throw new UnreadableFile(fileFaults.empty);
  const twice = headings.find((heading, index) => headings.indexOf(heading) !== index);
  if (twice !== undefined) throw new UnreadableFile({ ...fileFaults.headingTwice, words: { heading: twice } });
  return headings;
}
