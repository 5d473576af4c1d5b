import type { ParsedText } from '../field-type.js';
import { countCharacters, normalizeLine, normalizeLines } from '../text/text-value.js';
import { refuse } from './refuse.js';

/** Understands a cell as one line of at most `maxLength` characters. */
export function readLine(cell: string, maxLength: number): ParsedText {
  return limit(normalizeLine(withoutNul(cell)), maxLength);
}

/** Understands a cell as text with line breaks. */
export function readLines(cell: string, maxLength: number): ParsedText {
  return limit(normalizeLines(withoutNul(cell)), maxLength);
}

function limit(value: string | null, maxLength: number): ParsedText {
  const length = value === null ? 0 : countCharacters(value);
  if (length <= maxLength) return { ok: true, value };
  return refuse('too-long', `Expected at most ${maxLength} characters, found ${length}.`);
}

function withoutNul(cell: string): string {
  return cell.replaceAll('\u0000', '');
}
