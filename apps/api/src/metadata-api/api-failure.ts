import { say, type Sentence } from '@guanxi/field-types';
import type { Problem } from '@guanxi/metadata';
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

  tell(locale: string): string {
    return typeof this.said === 'string' ? this.said : say(this.said, locale);
  }
}

/** Input that breaks a rule; the message sums up, the problems say everything. `locale` is the language they are in. */
export function validationFailure(problems: readonly Problem[], locale = 'en'): ApiFailure {
  return new ApiFailure('VALIDATION_FAILED', sumUp(problems, locale), { problems });
}
