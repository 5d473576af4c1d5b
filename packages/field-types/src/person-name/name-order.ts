import type { JsonValue } from '../json-schema.js';
import { pieceOf } from '../parts/pieces.js';

/** Han characters, kana and Hangul, in the escapes that regular expressions of JavaScript and PostgreSQL share. */
export const EASTERN = '\\u3005\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff';
export const LARGE = { javascript: '\\u{20000}-\\u{3ffff}', postgres: '\\U00020000-\\U0003ffff' };

const eastern = new RegExp(`^[${EASTERN}${LARGE.javascript}]+$`, 'u');

/** Written by family name first and without spaces, as 王小明. */
export function isEastern(text: string): boolean {
  return eastern.test(text);
}

/** 王小明, but Ada King Lovelace: the order follows the script of the name, whoever reads it. */
export function writeName(value: JsonValue): string {
  const [first, middle, last, suffix] = ['first', 'middle', 'last', 'suffix'].map((key) => pieceOf(value, key));
  const given = [first, middle, last].filter((piece) => piece !== null && piece !== undefined).map(String);
  const name = given.length > 0 && given.every(isEastern) ? [last, first, middle].filter((piece) => piece !== null).join('') : given.join(' ');
  return [name, suffix].filter((piece) => piece !== null && piece !== undefined && piece !== '').join(' ');
}
