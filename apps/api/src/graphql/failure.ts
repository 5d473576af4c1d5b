import type { Problem } from '@guanxi/metadata';
import type { GraphQLError } from 'graphql';
import { sumUp } from '../metadata-api/sum-up.js';

/** Stable: programs may rely on them. */
export type RecordsFailureCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'VALIDATION_FAILED'
  | 'CONFLICT'
  | 'TOO_COSTLY'
  | 'CURSOR_EXPIRED'
  | 'RATE_LIMITED'
  | 'BAD_USER_INPUT'
  | 'METHOD_NOT_ALLOWED'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'INTERNAL';

/** A failure of an operation on records that its caller can act on. The message is a sentence and is shown as it is. */
export class RecordsFailure extends Error {
  override readonly name = 'RecordsFailure';

  constructor(
    readonly code: RecordsFailureCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
    /** Key of the root field it happened in, and of a list the row. */
    readonly path?: readonly (string | number)[],
  ) {
    super(message);
  }
}

export function badInput(message: string): RecordsFailure {
  return new RecordsFailure('BAD_USER_INPUT', message);
}

/** What the problems of a write come to: the most telling code, with everything that is wrong. */
export function writeFailure(problems: readonly (Problem & { readonly version?: number })[], path: readonly (string | number)[], locale: string): RecordsFailure {
  const message = sumUp(problems, locale);
  const telling = CODES.find(([code]) => problems.some((problem) => problem.code === code));
  const version = problems.find((problem) => problem.version !== undefined)?.version;
  return new RecordsFailure(telling?.[1] ?? 'VALIDATION_FAILED', message, { ...(version !== undefined && { version }), problems }, path);
}

const CODES: readonly (readonly [string, RecordsFailureCode])[] = [
  ['not-found', 'NOT_FOUND'],
  ['forbidden', 'FORBIDDEN'],
  ['conflict', 'CONFLICT'],
];

/** graphql-js's own findings: syntax, unknown names, values that do not fit a type. */
export function presentGraphQLErrors(errors: readonly GraphQLError[]): string {
  const presented = errors.map((error) => ({ ...error.toJSON(), extensions: { code: 'BAD_USER_INPUT', ...error.extensions } }));
  return JSON.stringify({ errors: presented });
}

export function presentFailure(failure: RecordsFailure, hasData: boolean): string {
  return JSON.stringify({ ...(hasData && { data: null }), errors: [errorOf(failure)] });
}

/** A failure as an entry of `errors`. */
export function errorOf({ message, code, details, path }: RecordsFailure): object {
  return { message, ...(path && { path }), extensions: { code, ...details } };
}
