import * as sentences from './sentences.js';
import { SyntaxError } from './syntax-error.js';
import { readTextLiteral } from './read-text-literal.js';

export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'symbol' | 'end';
  /** A text literal without quotes and escapes; for the others the text as written. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Cuts the text into tokens; blanks and comments are left out. Throws a SyntaxError at the first unreadable character. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = skipBlank(text, 0);
  while (at < text.length) {
    const token = readToken(text, at);
    tokens.push(token);
    at = skipBlank(text, token.end);
  }
  tokens.push({ kind: 'end', value: '', start: text.length, end: text.length });
  return tokens;
}

const blankPattern = /[\s\u3000\ufeff]+/uy;
const namePattern = /\$?[\p{L}_][\p{L}\p{N}_]*/uy;
const numberPattern = /(?:\d+(?:\.\d+)?|\.\d+)/y;
const symbolPattern = /\|\||&&|==|!=|<>|<=|>=|[-+*/^&!=<>(),.]/y;

/** The token that begins here, where no blank and no comment does. Throws a SyntaxError where none can. */
export function readToken(text: string, start: number): Token {
  const character = text[start];
  if (character === "'" || character === '"') return readTextLiteral(text, start);
  const number = match(numberPattern, text, start);
  if (number !== undefined) return numberToken(text, start, number);
  const name = match(namePattern, text, start);
  if (name !== undefined) return { kind: 'name', value: name, start, end: start + name.length };
  const symbol = match(symbolPattern, text, start);
  if (symbol !== undefined) return { kind: 'symbol', value: symbol, start, end: start + symbol.length };
  throw unreadable(text, start);
}

function numberToken(text: string, start: number, value: string): Token {
  const end = start + value.length;
  const tail = match(namePattern, text, end);
  if (tail !== undefined) {
    throw new SyntaxError(sentences.neitherNumberNorName(value + tail), { start, end: end + tail.length });
  }
  const [whole = '', fraction = ''] = value.split('.');
  if (whole.replace(/^0+/, '').length > 30 || fraction.length > 18) {
    throw new SyntaxError(sentences.numberTooLong, { start, end });
  }
  return { kind: 'number', value, start, end };
}

function skipBlank(text: string, start: number): number {
  let at = start;
  for (;;) {
    const end = readBlank(text, at) ?? readComment(text, at);
    if (end === undefined) return at;
    at = end;
  }
}

/** Where the blanks that begin here end. */
export function readBlank(text: string, start: number): number | undefined {
  const blank = match(blankPattern, text, start);
  return blank === undefined ? undefined : start + blank.length;
}

/** Where the comment that begins here ends. Throws a SyntaxError where it does not. */
export function readComment(text: string, start: number): number | undefined {
  if (!text.startsWith('/*', start)) return undefined;
  const close = text.indexOf('*/', start + 2);
  if (close < 0) throw new SyntaxError(sentences.commentNotClosed, { start, end: text.length, hint: sentences.endComment });
  return close + 2;
}

/** What a Chinese keyboard or a word processor writes in place of a sign of the language. */
const lookAlikes: Readonly<Record<string, string>> = {
  '“': '"', '”': '"', '‘': "'", '’': "'", '（': '(', '）': ')', '，': ',', '。': '.', '＝': '=', '＜': '<', '＞': '>',
  '＋': '+', '－': '-', '＆': '&', '！': '!', '×': '*', '÷': '/', '≠': '<>', '≤': '<=', '≥': '>=', '[': '(', ']': ')', ';': ',',
};

function unreadable(text: string, start: number): SyntaxError {
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const instead = lookAlikes[character];
  const end = start + character.length;
  return new SyntaxError(sentences.noMeaning(character), { start, end, hint: instead === undefined ? undefined : sentences.writeInstead(instead) });
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
