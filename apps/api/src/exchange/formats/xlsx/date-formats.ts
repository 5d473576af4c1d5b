import { readXmlText } from './xml-events.js';

/** Formats that every spreadsheet knows by number, of days and times; ECMA-376, part 1, 18.8.30, with those of Chinese, Japanese and Korean. */
const KNOWN: readonly (readonly [first: number, last: number])[] = [[14, 22], [27, 36], [45, 47], [50, 58]];
const QUOTED = /"[^"]*"|\\.|[_*]./g;
const ELAPSED = /\[(?:h+|m+|s+)\]/i;
const IN_BRACKETS = /\[[^\]]*\]/g;
const PIECES = /[ymdhs]/i;

/** By the number that cells name: whether it shows a number as a day or a time. */
export function readDateFormats(styles: string): readonly boolean[] {
  const own = new Map<number, string>();
  const found: boolean[] = [];
  let inCells = false;
  readXmlText(styles, {
    opened: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) found.push(isDateFormat(Number(attributes['numFmtId'] ?? 0), own));
    },
    closed: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return found;
}

function isDateFormat(id: number, own: ReadonlyMap<number, string>): boolean {
  const code = own.get(id);
  if (code === undefined) return KNOWN.some(([first, last]) => id >= first && id <= last);
  const plain = code.replace(QUOTED, '');
  if (ELAPSED.test(plain)) return true;
  return PIECES.test(plain.replace(IN_BRACKETS, ''));
}

const DAY_MS = 86_400_000;
/** Spreadsheets take 1900 for a leap year: its 60th day is one that never was, and only those behind it are counted from here. */
const BEFORE_1900 = Date.UTC(1899, 11, 30);
const FIRST_OF_1904 = Date.UTC(1904, 0, 1);

/** The moment that a number of days means, as if the clock of the sheet were UTC. */
export function momentOf(days: number, from1904: boolean): Date {
  if (from1904) return new Date(FIRST_OF_1904 + Math.round(days * DAY_MS));
  return new Date(BEFORE_1900 + Math.round((days < 60 && days >= 1 ? days + 1 : days) * DAY_MS));
}
