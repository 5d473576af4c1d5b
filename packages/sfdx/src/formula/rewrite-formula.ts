import type { NameBook, ObjectNames } from '../names/name-book.js';
import { findGlobal, type Globals } from './find-global.js';
import { tokenizeFormula, type FormulaToken } from './tokenize-formula.js';

export type Rewritten =
  | { readonly ok: true; readonly text: string; /** What means something a little different now. */ readonly changes: readonly string[] }
  | { readonly ok: false; readonly reason: string };

export interface FormulaSurroundings extends Globals {
  readonly book: NameBook;
  readonly object: ObjectNames;
}

/** A formula of Salesforce with the names that things have here. */
export function rewriteFormula(text: string, surroundings: FormulaSurroundings): Rewritten {
  const changes: string[] = [];
  const parts: string[] = [];
  const tokens = joinTexts(tokenizeFormula(text));
  for (const [index, token] of tokens.entries()) {
    const asksForField = BARE.has(tokens[index - 2]?.text.toUpperCase() ?? '') && tokens[index - 1]?.text === '(';
    const part = rewriteToken(token, surroundings, asksForField);
    if ('reason' in part) return { ok: false, reason: part.reason };
    if (part.change !== undefined) changes.push(part.change);
    parts.push(part.text);
  }
  return { ok: true, text: parts.join('').trim(), changes: [...new Set(changes)] };
}

/** These take a field itself, no value. */
const BARE: ReadonlySet<string> = new Set(['ISCHANGED', 'PRIORVALUE']);

type Part = { readonly text: string; readonly change?: string } | { readonly reason: string };

function rewriteToken({ kind, text }: FormulaToken, surroundings: FormulaSurroundings, asksForField: boolean): Part {
  if (kind === 'comment') return { text: ' ' };
  if (kind === 'function') return { text: text.toUpperCase() };
  if (kind !== 'name') return { text };
  const path = text.split(/\s*\.\s*/);
  const word = text.toUpperCase();
  if (word === 'TRUE' || word === 'FALSE' || word === 'NULL') return { text: word };
  const recordType = findRecordType(path, surroundings.object);
  if (recordType) return recordType;
  if (text.startsWith('$')) return findGlobal(path, surroundings);
  const found = surroundings.book.follow(surroundings.object, path);
  if (!found) return { reason: `It names ${text}, which the project does not describe.` };
  // There 12.5 % is 0.125 in formulas, here it is 12.5.
  if (found.field?.described.type === 'Percent' && !asksForField) return { text: `(${found.path} / 100)`, change: 'Percentages are divided by 100, as 12.5 means 12.5 % here.' };
  return { text: found.path };
}

/** Record types are known by their developer names here. */
function findRecordType(path: readonly string[], object: ObjectNames): Part | undefined {
  if (path[0]?.toLowerCase().replace('$', '') !== 'recordtype' || path.length !== 2 || object.described.recordTypes.length === 0) return undefined;
  if (path[1]?.toLowerCase() === 'developername') return { text: 'recordType' };
  if (path[1]?.toLowerCase() !== 'name') return undefined;
  return { text: 'recordType', change: 'Record types are compared by their developer names instead of their labels.' };
}

/** Texts in Salesforce may go over several lines. */
function joinTexts(tokens: readonly FormulaToken[]): readonly FormulaToken[] {
  return tokens.map((token) => (token.kind === 'text' ? { ...token, text: token.text.replace(/\r?\n/g, '\\n') } : token));
}
