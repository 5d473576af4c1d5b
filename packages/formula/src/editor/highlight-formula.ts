import { findFunction } from '../functions/registry.js';
import { SyntaxError } from '../parse/syntax-error.js';
import { readBlank, readComment, readToken, type Token } from '../parse/tokenize.js';

export type HighlightKind = 'number' | 'text' | 'field' | 'function' | 'keyword' | 'operator' | 'bracket' | 'comment' | 'unreadable';

/** `start` and `end` are UTF-16 offsets. A path `customer.city` is three tokens: field, operator, field. */
export interface HighlightToken {
  readonly kind: HighlightKind;
  readonly start: number;
  readonly end: number;
}

/** The tokens of any text, right or wrong, as the compiler reads them; blanks are left out. Never fails. */
export function highlightFormula(text: string): readonly HighlightToken[] {
  const found: HighlightToken[] = [];
  let at = 0;
  while (at < text.length) {
    const blank = readBlank(text, at);
    if (blank !== undefined) {
      at = blank;
      continue;
    }
    const token = readAny(text, at);
    found.push(token);
    at = token.end;
  }
  return found.map((token, place) => (token.kind === 'field' ? { ...token, kind: nameKind(text, token, { before: found[place - 1], after: found[place + 1] }) } : token));
}

function readAny(text: string, start: number): HighlightToken {
  try {
    const comment = readComment(text, start);
    return comment === undefined ? withKind(readToken(text, start)) : { kind: 'comment', start, end: comment };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const end = Math.max(start + 1, error.problem.end);
    if (text.startsWith('/*', start)) return { kind: 'comment', start, end };
    return text[start] === '"' || text[start] === "'" ? { kind: 'text', start, end: endOfText(text, start) } : { kind: 'unreadable', start, end };
  }
}

function withKind({ kind, value, start, end }: Token): HighlightToken {
  if (kind === 'number' || kind === 'text') return { kind, start, end };
  if (kind === 'name') return { kind: 'field', start, end };
  return { kind: '(),'.includes(value) ? 'bracket' : 'operator', start, end };
}

function nameKind(text: string, { start, end }: HighlightToken, beside: { readonly before: HighlightToken | undefined; readonly after: HighlightToken | undefined }): HighlightKind {
  const signAt = (token: HighlightToken | undefined): string => (token === undefined ? '' : text.slice(token.start, token.end));
  const name = text.slice(start, end).toUpperCase();
  if (signAt(beside.after) === '(') return findFunction(name) === undefined ? 'unreadable' : 'function';
  return ['TRUE', 'FALSE', 'NULL'].includes(name) && signAt(beside.before) !== '.' && signAt(beside.after) !== '.' ? 'keyword' : 'field';
}

/** A text with an unknown escape ends where its quote does all the same. */
function endOfText(text: string, start: number): number {
  const quote = text[start];
  let at = start + 1;
  while (at < text.length && text[at] !== quote) at += text[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}
