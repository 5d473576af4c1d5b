import type { FormulaProblem, FormulaProblemCode } from '../formula.js';

/** Thrown and caught inside `parse/` only: leaving a recursive descent is what exceptions do best. */
export class SyntaxError extends Error {
  readonly problem: FormulaProblem;

  constructor(message: string, at: { start: number; end: number; hint?: string; code?: FormulaProblemCode }) {
    super(message);
    const { start, end, hint, code = 'syntax' } = at;
    this.problem = { code, message, start, end, ...(hint === undefined ? {} : { hint }) };
  }
}
