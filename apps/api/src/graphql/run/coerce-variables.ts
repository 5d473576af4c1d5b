import { getVariableValues, OperationTypeNode, type GraphQLSchema } from 'graphql';
import { checkVariables } from '../bounds/check-values.js';
import { badInput, presentFailure, presentGraphQLErrors, RecordsFailure } from '../failure.js';
import type { Variables } from '../request/given.js';
import type { OperationRequest } from './answer-operation.js';
import type { PreparedDocument } from './prepare-document.js';

/** The variables as the document declares them, or the answer that says what is wrong with the request. */
export function coerceVariables(request: OperationRequest, prepared: PreparedDocument, schema: GraphQLSchema): { readonly variables: Variables } | { readonly refusal: string } {
  const given = request.variables ?? {};
  try {
    refuseMisplaced(request, prepared);
    checkVariables(given, prepared.isMutation ? 'write' : 'read');
  } catch (error) {
    if (error instanceof RecordsFailure) return { refusal: presentFailure(error, false) };
    throw error;
  }
  const { coerced, errors } = getVariableValues(schema, prepared.operation.variableDefinitions ?? [], given, { maxErrors: 20 });
  return errors ? { refusal: presentGraphQLErrors(errors) } : { variables: coerced };
}

function refuseMisplaced({ onlyQueries, subscribing = false }: OperationRequest, { operation, isMutation }: PreparedDocument): void {
  if (onlyQueries && isMutation) throw new RecordsFailure('METHOD_NOT_ALLOWED', 'A GET only reads. Send mutations by POST.');
  if ((operation.operation === OperationTypeNode.SUBSCRIPTION) === subscribing) return;
  throw badInput(subscribing ? 'The operation is no subscription.' : 'Subscriptions are opened at /graphql/stream (server-sent events) or /graphql/socket (graphql-ws).');
}
