import type { ParsedText } from '../field-type.js';
import type { Wording } from '../language/sentence.js';
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
  return refuse('too-long', { ...tooLong, words: { limit: String(maxLength), length: String(length) } });
}

function withoutNul(cell: string): string {
  return cell.replaceAll('\u0000', '');
}

const tooLong: Wording = {
  en: 'Expected at most {limit} characters, found {length}.',
  'zh-TW': '最多 {limit} 個字元，但內容有 {length} 個。',
  'zh-CN': '最多 {limit} 个字符，但内容有 {length} 个。',
};
