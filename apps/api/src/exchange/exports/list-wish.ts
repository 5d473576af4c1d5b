import { isFileFormatName, type FileFormatName } from '../formats/file-format.js';

/** Records of one object that somebody wants as a file. */
export interface ListWish {
  readonly object: string;
  readonly format: FileFormatName;
  /** Names of fields, pieces of them and fields of what they point to; all readable fields without. */
  readonly fields?: readonly string[];
  /** As the API takes them. */
  readonly where?: unknown;
  readonly orderBy?: unknown;
  readonly search?: string;
  /** These records alone, as far as the rest lets them through. */
  readonly ids?: readonly string[];
  /** What stands over the columns: names, as an import knows them, or what people call them. */
  readonly headings?: 'names' | 'titles';
  /** A text file begins with a byte order mark, so that spreadsheets take it for UTF-8. With one when it is not said. */
  readonly mark?: boolean;
}

/** The conditions of a list and the chosen ids as one `where`. */
export function whereOf({ where, ids }: Pick<ListWish, 'where' | 'ids'>): unknown {
  if (ids === undefined) return where ?? null;
  const chosen = { id: { in: ids } };
  return where === undefined || where === null ? chosen : { AND: [where, chosen] };
}

export function readFormat(name: unknown): FileFormatName | undefined {
  return typeof name === 'string' && isFileFormatName(name) ? name : undefined;
}
