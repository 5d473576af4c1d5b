/** One thing that is wrong with a request: where (JSON pointer), which rule, and a sentence for people. */
export interface RequestProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/** What refusals are called. `UNKNOWN`: the answer did not come from Guanxi, or said nothing of it. */
export type FailureCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'VALIDATION_FAILED'
  | 'CONFLICT'
  | 'TOO_COSTLY'
  | 'RATE_LIMITED'
  | 'CURSOR_EXPIRED'
  | 'BAD_USER_INPUT'
  | 'BAD_REQUEST'
  | 'METHOD_NOT_ALLOWED'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'INTERNAL'
  | 'UNKNOWN';

/** What comes with a refusal, by its code. */
export interface FailureDetails {
  /** `CONFLICT`: the version of now, and what was asked for of the record as it is now. */
  readonly version?: number;
  readonly current?: Readonly<Record<string, unknown>> | null;
  /** `RATE_LIMITED`: seconds to wait. */
  readonly retryAfter?: number;
  /** `TOO_COSTLY`: what was asked for, and what may be. */
  readonly cost?: number;
  readonly limit?: number;
  /** `INTERNAL`: what to tell the admin. */
  readonly reference?: string;
}

/** The server refused. `code` is stable; `problems` tells everything that is wrong with what was sent. */
export class RequestFailed extends Error {
  constructor(
    message: string,
    readonly code: FailureCode,
    readonly problems: readonly RequestProblem[],
    readonly details: FailureDetails = {},
  ) {
    super(message);
    this.name = 'RequestFailed';
  }
}

/** `if (isFailure(error, 'CONFLICT')) …` */
export function isFailure(error: unknown, ...codes: readonly FailureCode[]): error is RequestFailed {
  return error instanceof RequestFailed && (codes.length === 0 || codes.includes(error.code));
}
