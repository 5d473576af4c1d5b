import type { ParsedText } from '../field-type.js';
import type { Wording } from '../language/sentence.js';
import { separatorsOf } from './number-separators.js';
import { quote, refuse } from './refuse.js';

export type NumberText = { readonly ok: true; readonly value: string | null } | Extract<ParsedText, { ok: false }>;

/**
 * Understands a number as spreadsheets and files write it, as plain decimal text ("-1234.5"): the locale's own
 * separators first, then the form that programs write, then any form in which both separators stand and so cannot be
 * mistaken. Currency signs and codes, accounting parentheses and full-width digits are understood.
 */
export function readNumberText(cell: string, locale: string): NumberText {
  const text = cell.normalize('NFKC').replace(/\u2212/g, '-').trim();
  if (text === '') return { ok: true, value: null };
  const { negative, body } = readSign(text);
  const plain = readLocal(body, locale) ?? readPlain(body) ?? readUnmistakable(body);
  if (plain !== undefined) return { ok: true, value: negative ? `-${plain}` : plain };
  return refuse('number-expected', { ...expected, words: { sample: separatorsOf(locale).sample, cell: quote(cell) } });
}

function readSign(text: string): { negative: boolean; body: string } {
  const inner = /^\((.*)\)$/.exec(text)?.[1];
  const bare = (inner ?? text).replace(/\p{Sc}/gu, '').replace(/^(-?)\s*[A-Z]{3}(?=[\s\d.,-])|[A-Z]{3}$/g, '$1').trim();
  const sign = /^[+-]/.exec(bare)?.[0];
  const body = (sign ? bare.slice(1) : bare).trim();
  return { negative: inner !== undefined || sign === '-', body };
}

function readLocal(body: string, locale: string): string | undefined {
  const { group, decimal } = separatorsOf(locale);
  return readSeparated(body, group, decimal);
}

/** As programs write it: "1234.5", "1.2E+3". */
function readPlain(body: string): string | undefined {
  if (/^\d+(\.\d*)?$|^\.\d+$/.test(body)) return tidy(body);
  const scientific = /^(\d(?:\.\d+)?)e([+-]?\d{1,2})$/i.exec(body);
  return scientific ? expand(scientific[1] ?? '', Number(scientific[2])) : undefined;
}

function readUnmistakable(body: string): string | undefined {
  const comma = body.lastIndexOf(',');
  const point = body.lastIndexOf('.');
  if (comma < 0 || point < 0) return undefined;
  return comma > point ? readSeparated(body, '.', ',') : readSeparated(body, ',', '.');
}

function readSeparated(body: string, group: string, decimal: string): string | undefined {
  const [whole = '', fraction, ...more] = body.split(decimal);
  if (more.length > 0 || (fraction !== undefined && !/^\d*$/.test(fraction))) return undefined;
  const groups = whole.split(isSpace(group) || group === '’' ? /[\s'’]/ : group === ',' || group === '.' ? new RegExp(`[${group}\\s'’]`) : group);
  const grouped = groups.length > 1;
  if (grouped && !(/^\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1, -1).every((part) => /^\d{2,3}$/.test(part)) && /^\d{3}$/.test(groups.at(-1) ?? ''))) return undefined;
  if (!grouped && !/^\d*$/.test(whole)) return undefined;
  const digits = groups.join('');
  if (digits === '' && !fraction) return undefined;
  return tidy(fraction === undefined ? digits : `${digits}.${fraction}`);
}

function isSpace(text: string): boolean {
  return /^\s$/.test(text);
}

function tidy(text: string): string {
  const [whole = '', decimals = ''] = text.split('.');
  const fraction = decimals.replace(/0+$/, '');
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  return fraction === '' ? digits : `${digits}.${fraction}`;
}

function expand(mantissa: string, exponent: number): string {
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = whole + fraction;
  const point = whole.length + exponent;
  if (point <= 0) return tidy(`0.${'0'.repeat(-point)}${digits}`);
  return tidy(point >= digits.length ? digits + '0'.repeat(point - digits.length) : `${digits.slice(0, point)}.${digits.slice(point)}`);
}

const expected: Wording = {
  en: 'Expected a number such as {sample}, found {cell}.',
  'zh-TW': '應為數字，例如 {sample}，但內容是{cell}。',
  'zh-CN': '应为数字，例如 {sample}，但内容是{cell}。',
};
