/** One thing that is wrong with a request: where (JSON pointer), which rule, and a sentence for people. */
export interface RequestProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/** The server refused. `code` is stable (`VALIDATION_FAILED`, `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, …). */
export class RequestFailed extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly problems: readonly RequestProblem[],
  ) {
    super(message);
    this.name = 'RequestFailed';
  }
}
