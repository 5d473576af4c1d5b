import { csvReader } from './csv/read.js';
import type { FileFormatName } from './file-format.js';
import { ndjsonReader } from './ndjson/read.js';
import type { Reader } from './reader.js';
import { findEncoding } from './text/find-encoding.js';
import { readFirst, readText } from './text/read-text.js';
import { fileFaults, UnreadableFile } from './unreadable-file.js';
import { xlsxReader } from './xlsx/read.js';

/** The formats of files that are taken in. A new one: a folder and a line. */
export const fileReaders: Readonly<Record<FileFormatName, Reader>> = { csv: csvReader, xlsx: xlsxReader, ndjson: ndjsonReader };

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Workbooks of the last century, and pictures, documents and the like. */
const FOREIGN = [[0xd0, 0xcf, 0x11, 0xe0], [0x25, 0x50, 0x44, 0x46], [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff]];

/** What a file is by its first bytes, whatever its name says. Throws `UnreadableFile`. */
export async function findFormat(path: string): Promise<FileFormatName> {
  const first = await readFirst(path, 8);
  const begins = (bytes: readonly number[]) => bytes.every((byte, index) => first[index] === byte);
  if (begins(ZIP)) return 'xlsx';
  if (FOREIGN.some(begins)) throw new UnreadableFile(fileFaults.binary);
  for await (const text of readText(path, await findEncoding(path), () => 1)) {
    const [character] = text.trimStart();
    if (character !== undefined) return character === '{' ? 'ndjson' : 'csv';
  }
  throw new UnreadableFile(fileFaults.empty);
}
