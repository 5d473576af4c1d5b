import type { FormulaProblem, FormulaProblemCode } from '../formula.js';
import { tell, type Sentence } from './sentence.js';

interface ProblemPlace {
  readonly code: FormulaProblemCode;
  readonly start: number;
  readonly end: number;
  readonly hint?: Sentence | undefined;
}

export function makeProblem(sentence: Sentence, { code, start, end, hint }: ProblemPlace): FormulaProblem {
  const say = (locale: string): { readonly message: string; readonly hint?: string } => ({ message: tell(sentence, locale), ...(hint && { hint: tell(hint, locale) }) });
  return { code, ...say('en'), start, end, tell: say };
}
