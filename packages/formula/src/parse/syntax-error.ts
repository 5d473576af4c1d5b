import type { FormulaProblem, FormulaProblemCode } from '../formula.js';
import { makeProblem } from '../language/make-problem.js';
import type { Sentence } from '../language/sentence.js';

/** Thrown and caught inside `parse/` only: leaving a recursive descent is what exceptions do best. */
export class SyntaxError extends Error {
  readonly problem: FormulaProblem;

  constructor(sentence: Sentence, at: { start: number; end: number; hint?: Sentence | undefined; code?: FormulaProblemCode }) {
    super(sentence.en);
    this.problem = makeProblem(sentence, { code: 'syntax', ...at });
  }
}
