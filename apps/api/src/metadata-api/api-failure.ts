import { say, type Sentence } from '@guanxi/field-types';
import { tellProblems as tellKnown, type Problem } from '@guanxi/metadata';
import { GraphQLError } from 'graphql';
import { sumUp } from './sum-up.js';

/** Stable: programs may rely on them. */
export type FailureCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'VALIDATION_FAILED'
  | 'CONFLICT'
  | 'TOO_COSTLY'
  | 'RATE_LIMITED'
  | 'BAD_REQUEST'
  | 'INTERNAL';

/** A failure that the caller can act on; `message` is shown as it is, so it is a whole sentence. Where it is one in several languages, the caller's is told. */
export class ApiFailure extends GraphQLError {
  constructor(readonly code: FailureCode, private readonly said: string | Sentence, details: Readonly<Record<string, unknown>> = {}) {
    super(typeof said === 'string' ? said : say(said, 'en'), { extensions: { ...details, code } });
  }

  /** Message and extensions in somebody's language. */
  tell(locale: string): { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> } {
    return { message: typeof this.said === 'string' ? this.said : say(this.said, locale), extensions: this.extensions };
  }
}

/** A problem that is told in the language of whoever gets it. */
export interface SaidProblem {
  readonly path: string;
  readonly code: string;
  readonly said: Sentence;
  readonly hint?: Sentence;
}

/** Input that breaks a rule, where nobody knows yet who asked. */
export class InputFailure extends ApiFailure {
  constructor(readonly problems: readonly SaidProblem[]) {
    const english = tellProblems(problems, 'en');
    super('VALIDATION_FAILED', sumUp(english, 'en'), { problems: english });
  }

  override tell(locale: string) {
    const problems = tellProblems(this.problems, locale);
    return { message: sumUp(problems, locale), extensions: { ...this.extensions, problems } };
  }
}

function tellProblems(problems: readonly SaidProblem[], locale: string): readonly Problem[] {
  return problems.map(({ path, code, said, hint }) => ({ path, code, message: say(said, locale), ...(hint && { hint: say(hint, locale) }) }));
}

/** Input that breaks a rule; the message sums up, the problems say everything. `locale` is the language they are in. */
export function validationFailure(problems: readonly Problem[], locale = 'en'): ApiFailure {
  const told = tellKnown(problems, locale);
  return new ApiFailure('VALIDATION_FAILED', sumUp(told, locale), { problems: told });
}
