import * as sentences from './sentences.js';
import { SyntaxError } from './syntax-error.js';
import type { Token } from './tokenize.js';

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\', "'": "'", '"': '"' };

/** Reads 'x' or "x" that begins at `start`. PostgreSQL stores neither U+0000 nor half surrogates, so both are refused. */
export function readTextLiteral(text: string, start: number): Token {
  const quote = text[start];
  let value = '';
  let at = start + 1;
  while (at < text.length && text[at] !== quote) {
    if (text[at] !== '\\') value += text[at++];
    else {
      value += readEscape(text, at);
      at += 2;
    }
  }
  if (at >= text.length) {
    throw new SyntaxError(sentences.textNotClosed, { start, end: text.length, hint: sentences.endText(quote ?? '"') });
  }
  if (value.includes('\0') || !value.isWellFormed()) {
    throw new SyntaxError(sentences.cannotBeStored, { start, end: at + 1 });
  }
  return { kind: 'text', value, start, end: at + 1 };
}

function readEscape(text: string, at: number): string {
  const escaped = escapes[text[at + 1] ?? ''];
  if (escaped !== undefined) return escaped;
  const written = text.slice(at, at + 2);
  throw new SyntaxError(sentences.unknownEscape(written), { start: at, end: Math.min(at + 2, text.length), hint: sentences.knownEscapes });
}
