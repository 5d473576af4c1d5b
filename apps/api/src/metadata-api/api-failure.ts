import type { Problem } from '@guanxi/metadata';
import { GraphQLError } from 'graphql';

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

/** A failure that the caller can act on; `message` is shown as it is, so it is a whole sentence. */
export class ApiFailure extends GraphQLError {
  constructor(readonly code: FailureCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message, { extensions: { ...details, code } });
  }
}

/** Input that breaks a rule; the message sums up, the problems say everything. */
export function validationFailure(problems: readonly Problem[]): ApiFailure {
  const [first] = problems;
  const message = problems.length === 1 && first ? first.message : `There are ${problems.length} problems; the first: ${first?.message ?? ''}`;
  return new ApiFailure('VALIDATION_FAILED', message, { problems });
}
