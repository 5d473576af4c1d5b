import type { JsonValue } from '@guanxi/field-types';
import { writeCsv } from './csv/write.js';
import type { FileColumn } from './file-column.js';
import { writeNdjson } from './ndjson/write.js';
import { writeXlsx } from './xlsx/write.js';

export type FileFormatName = 'csv' | 'xlsx' | 'ndjson';

/** What a file is made of. Rows come a few at a time, one value per column. */
export interface FileContent {
  /** Of the sheet, where there are sheets. */
  readonly title: string;
  readonly columns: readonly FileColumn[];
  readonly batches: AsyncIterable<readonly (readonly JsonValue[])[]>;
  /** What instants are told in, where a cell has no zone. */
  readonly timeZone: string;
  /** Whether a text file begins with the mark by which spreadsheets know UTF-8. */
  readonly withMark: boolean;
}

export interface FileFormat {
  readonly contentType: string;
  write(content: FileContent): AsyncIterable<Uint8Array>;
}

/** The formats of files with records. A new one: a folder and a line. */
export const fileFormats: Readonly<Record<FileFormatName, FileFormat>> = {
  csv: { contentType: 'text/csv; charset=utf-8', write: writeCsv },
  xlsx: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writeXlsx },
  ndjson: { contentType: 'application/x-ndjson; charset=utf-8', write: writeNdjson },
};

export function isFileFormatName(name: string): name is FileFormatName {
  return Object.hasOwn(fileFormats, name);
}
