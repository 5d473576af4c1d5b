import type { RowProblem } from './convert-row.js';

/** Characters. Longer cells are no use to whoever looks for them, and there may be as many as rows. */
const LONGEST_VALUE = 500;
const LONGEST_SENTENCE = 2_000;

/** A problem as it can be kept and shown: without what PostgreSQL cannot keep in JSON, and not as long as the cell may be. */
export function tellableProblem({ value, message, hint, ...rest }: RowProblem): RowProblem {
  return {
    ...rest,
    ...(value !== undefined && { value: clip(value, LONGEST_VALUE) }),
    message: clip(message, LONGEST_SENTENCE),
    ...(hint !== undefined && { hint: clip(hint, LONGEST_SENTENCE) }),
  };
}

/** The beginning of a text, with nothing in it that is no character. */
export function clip(text: string, longest: number): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut.replaceAll('\u0000', '\u2400').replace(/\p{Surrogate}/gu, '\ufffd');
}
