import { readHeadings } from '../headings.js';
import type { Cell, FileBeginning, FileRow, Reader } from '../reader.js';
import { readText } from '../text/read-text.js';
import { findEncoding } from '../text/find-encoding.js';
import { fileFaults, UnreadableFile } from '../unreadable-file.js';

/** Members that only turn up later than this are no columns. */
const LINES_FOR_COLUMNS = 1_000;

interface JsonLine {
  readonly number: number;
  readonly members: Readonly<Record<string, Cell>>;
}

/** A JSON object per line. Its members are columns; a member that is an object is one as a whole, and its own are further ones: `address.city`. */
export const ndjsonReader: Reader = {
  async readBeginning(path, wish, rows): Promise<FileBeginning> {
    const encoding = wish.encoding ?? (await findEncoding(path));
    const lines = await readFirstLines(path, encoding);
    const names = namesOf(lines);
    return { encoding, columns: readHeadings(names), sample: lines.slice(0, rows).map((line) => cellsOf(line, names)) };
  },

  async *readRows(path, wish): AsyncGenerator<readonly FileRow[]> {
    const encoding = wish.encoding ?? (await findEncoding(path));
    const names = namesOf(await readFirstLines(path, encoding));
    for await (const lines of readLines(path, encoding)) yield lines.map((line) => ({ number: line.number, cells: cellsOf(line, names) }));
  },
};

/** Of members that any line has; headings are made of them, which may be called otherwise. */
function namesOf(lines: readonly JsonLine[]): readonly string[] {
  return [...new Set(lines.flatMap(({ members }) => Object.keys(members)))].filter((name) => name.trim() !== '');
}

function cellsOf({ members }: JsonLine, names: readonly string[]): readonly Cell[] {
  return names.map((name) => (Object.hasOwn(members, name) ? members[name] : undefined) ?? '');
}

async function readFirstLines(path: string, encoding: string): Promise<readonly JsonLine[]> {
  const first: JsonLine[] = [];
  for await (const lines of readLines(path, encoding)) {
    first.push(...lines);
    if (first.length >= LINES_FOR_COLUMNS) break;
  }
  return first.slice(0, LINES_FOR_COLUMNS);
}

async function* readLines(path: string, encoding: string): AsyncGenerator<readonly JsonLine[]> {
  let rest = '';
  let number = 0;
  const read = (line: string): JsonLine[] => {
    number += 1;
    return line.trim() === '' ? [] : [{ number, members: readMembers(line, number) }];
  };
  for await (const piece of readText(path, encoding, () => number)) {
    const pieces = (rest + piece).split('\n');
    rest = pieces.pop() ?? '';
    if (rest.length > 16 * 1024 ** 2) throw new UnreadableFile({ ...fileFaults.longCell, words: { row: String(number + 1) } });
    const lines = pieces.flatMap(read);
    if (lines.length > 0) yield lines;
  }
  const last = read(rest);
  if (last.length > 0) yield last;
}

function readMembers(line: string, number: number): Readonly<Record<string, Cell>> {
  const value = parse(line, number);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new UnreadableFile({ ...fileFaults.noJson, words: { row: String(number), reason: line.slice(0, 60) } });
  // A member may be called __proto__.
  const members = Object.create(null) as Record<string, Cell>;
  for (const [name, member] of Object.entries(value)) {
    members[name] = toCell(member);
    if (typeof member === 'object' && member !== null && !Array.isArray(member)) for (const [piece, inner] of Object.entries(member as object)) members[`${name}.${piece}`] = toCell(inner);
  }
  return members;
}

function parse(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (failure) {
    throw new UnreadableFile({ ...fileFaults.noJson, words: { row: String(number), reason: (failure as Error).message } }, { cause: failure });
  }
}

/** Lists are told apart by semicolons, as in cells of text. */
function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join('; ');
  return JSON.stringify(value);
}
