import type { FormulaScope } from '../formula.js';
import { functionDefinitions } from '../functions/registry.js';

export interface Completion {
  readonly label: string;
  readonly kind: 'field' | 'function' | 'keyword';
  /** What replaces the text from `start` to `end`. */
  readonly insert: string;
  readonly start: number;
  readonly end: number;
  /** A field's type, a function's signature. */
  readonly detail?: string;
  readonly description?: string;
}

/** What may be written at `position`: fields first, then functions, each filtered by the letters already there. */
export function completeFormula(text: string, position: number, scope: FormulaScope): readonly Completion[] {
  const before = text.slice(0, position);
  if (isInsideText(before)) return [];
  const written = /(?:\$?[\p{L}_][\p{L}\p{N}_]*\.)*(?:\$?[\p{L}_]?[\p{L}\p{N}_]*)$/u.exec(before)?.[0] ?? '';
  if (/^\d/.test(written)) return [];
  const path = written.split('.');
  const begun = path.pop() ?? '';
  const place = { start: position - begun.length, end: position + (/^[\p{L}\p{N}_]*/u.exec(text.slice(position))?.[0].length ?? 0) };
  const fields = completeFields(path, scope).map((field) => ({ ...field, ...place }));
  const others = path.length > 0 ? [] : [...functionCompletions, ...keywordCompletions].map((other) => ({ ...other, ...place }));
  return [...fields, ...others].filter(({ label }) => label.toLowerCase().startsWith(begun.toLowerCase()));
}

type Offer = Omit<Completion, 'start' | 'end'>;

function completeFields(path: readonly string[], scope: FormulaScope): readonly Offer[] {
  return (scope.suggest?.(path) ?? []).map((name) => {
    const type = scope.resolve([...path, name])?.type;
    return { label: name, kind: 'field', insert: name, ...(type === undefined ? {} : { detail: type }) };
  });
}

const functionCompletions: readonly Offer[] = functionDefinitions.map(({ name, signature, description }) => ({
  label: name, kind: 'function', insert: `${name}(`, detail: signature, description,
}));

const keywordCompletions: readonly Offer[] = ['TRUE', 'FALSE', 'NULL'].map((label) => ({ label, kind: 'keyword', insert: label }));

/** Whether a text literal or a comment is still open at the end. */
function isInsideText(before: string): boolean {
  const closed = before.replace(/\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/g, ' ');
  return /['"]|\/\*/.test(closed);
}
