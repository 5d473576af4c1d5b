import { GraphQLError } from 'graphql';
import { RecordsFailure } from '../failure.js';

export function tooCostly(message: string, cost: number, limit: number): RecordsFailure {
  return new RecordsFailure('TOO_COSTLY', message, { cost, limit });
}

/** The same, where a document is refused beside what the library finds wrong with it. */
export function tooCostlyDocument(message: string, cost: number, limit: number): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'TOO_COSTLY', cost, limit } });
}
