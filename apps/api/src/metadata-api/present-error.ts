import { randomUUID } from 'node:crypto';
import { say } from '@guanxi/field-types';
import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ApiFailure } from './api-failure.js';
import { refusals } from './refusal-wording.js';

const logger = new Logger('GraphQL');

/** What a caller is told: the failure itself where it can be acted on, else a reference to the log. */
export function presentError(error: GraphQLError, locale: string): GraphQLFormattedError {
  const cause = error.originalError;
  const failure = error instanceof ApiFailure ? error : cause;
  if (failure instanceof ApiFailure) return { ...error.toJSON(), ...failure.tell(locale) };
  // graphql-js's own findings: syntax, unknown names, values that do not fit a type.
  if (!cause || cause instanceof GraphQLError) return { ...error.toJSON(), extensions: { code: 'BAD_REQUEST', ...error.extensions } };
  const reference = randomUUID();
  logger.error(`${reference} ${cause.stack ?? cause.message}`);
  return {
    message: say({ ...refusals.wentWrong, words: { reference } }, locale),
    ...(error.path && { path: error.path }),
    extensions: { code: 'INTERNAL', reference },
  };
}
