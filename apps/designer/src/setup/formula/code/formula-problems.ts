import type { Diagnostic } from '@codemirror/lint';
import type { FormulaFacts } from './formula-facts.js';

/** The compiler's problems as underlined places. A fault at the very end is shown at the last character. */
export function toDiagnostics({ problems, language }: FormulaFacts, length: number): readonly Diagnostic[] {
  return problems.map(({ start, end, tell }) => {
    const { message, hint } = tell(language);
    const from = Math.min(start, Math.max(length - 1, 0));
    return { from, to: Math.min(Math.max(end, from + 1), length), severity: 'error' as const, message: [message, hint].filter(Boolean).join(' ') };
  });
}
