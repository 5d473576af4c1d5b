/** What is wrong with something that came in. `path` is a JSON pointer into it; `message` is a whole sentence. */
export interface Problem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  /** The way out, such as the name that was probably meant. */
  readonly hint?: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };
