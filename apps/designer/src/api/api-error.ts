export interface Problem {
  /** JSON pointer into what was sent. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

export interface ApiErrorDetails {
  readonly code: string;
  readonly message: string;
  readonly problems?: readonly Problem[];
  readonly reference?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly path?: readonly (string | number)[] | undefined;
}

/**
 * What the server refused or could not do. `code` is one of the API's (`VALIDATION_FAILED`, `NOT_FOUND`, `FORBIDDEN`,
 * `CONFLICT`, `UNAUTHENTICATED`, …) or `OFFLINE`; `details` has the rest of the error's extensions.
 */
export class ApiError extends Error {
  readonly code: string;
  readonly problems: readonly Problem[];
  readonly reference: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  /** Where in the answer, of a GraphQL error. */
  readonly path: readonly (string | number)[] | undefined;

  constructor({ code, message, problems = [], reference = null, details = {}, path }: ApiErrorDetails) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.problems = problems;
    this.reference = reference;
    this.details = details;
    this.path = path;
  }
}
