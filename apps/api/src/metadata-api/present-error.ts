import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ApiFailure } from './api-failure.js';

const logger = new Logger('GraphQL');

/** What a caller is told: the failure itself where it can be acted on, else a reference to the log. */
export function presentError(error: GraphQLError): GraphQLFormattedError {
  const cause = error.originalError;
  if (error instanceof ApiFailure || cause instanceof ApiFailure) return error.toJSON();
  // graphql-js's own findings: syntax, unknown names, values that do not fit a type.
  if (!cause || cause instanceof GraphQLError) return { ...error.toJSON(), extensions: { ...error.extensions, code: 'BAD_REQUEST' } };
  const reference = randomUUID();
  logger.error(`${reference} ${cause.stack ?? cause.message}`);
  return {
    message: `Something went wrong on our side. Please tell your admin this reference: ${reference}.`,
    ...(error.path && { path: error.path }),
    extensions: { code: 'INTERNAL', reference },
  };
}
