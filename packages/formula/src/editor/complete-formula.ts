import type { Wording } from '../language/sentence.js';
import type { FormulaScope } from '../formula.js';
import { highlightFormula } from './highlight-formula.js';
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
  /** What people call a field. */
  readonly title?: string;
  /** Whether a dot behind it leads to further fields. */
  readonly leads?: true;
  readonly description?: Wording;
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
  const wanted = begun.toLowerCase();
  const offers = [...fields, ...others];
  const beginning = offers.filter(({ label }) => label.toLowerCase().startsWith(wanted));
  if (wanted === '') return beginning;
  // Who knows a field by its label only, in Chinese perhaps, finds it too.
  return [...beginning, ...offers.filter((offer) => !beginning.includes(offer) && offer.title?.toLowerCase().includes(wanted))];
}

type Offer = Omit<Completion, 'start' | 'end'>;

function completeFields(path: readonly string[], scope: FormulaScope): readonly Offer[] {
  return (scope.suggest?.(path) ?? []).map((name) => {
    const below = [...path, name];
    const [type, title] = [scope.resolve(below)?.type, scope.label?.(below)];
    const leads = (scope.suggest?.(below) ?? []).length > 0;
    return { label: name, kind: 'field', insert: name, ...(type !== undefined && { detail: type }), ...(title !== undefined && { title }), ...(leads && { leads }) };
  });
}

const functionCompletions: readonly Offer[] = functionDefinitions.map(({ name, signature, description }) => ({
  label: name, kind: 'function', insert: `${name}(`, detail: signature, description,
}));

const keywordCompletions: readonly Offer[] = ['TRUE', 'FALSE', 'NULL'].map((label) => ({ label, kind: 'keyword', insert: label }));

/** Whether a text literal or a comment is still open at the end. */
function isInsideText(before: string): boolean {
  const last = highlightFormula(before).at(-1);
  if (last?.end !== before.length) return false;
  if (last.kind === 'comment') return !before.endsWith('*/') || before.length - last.start < 4;
  return last.kind === 'text' && !isClosed(before.slice(last.start));
}

function isClosed(literal: string): boolean {
  return /^(?:'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*")$/.test(literal);
}
