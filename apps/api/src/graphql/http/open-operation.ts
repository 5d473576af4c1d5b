import { randomUUID } from 'node:crypto';
import { OperationTypeNode, type GraphQLSchema } from 'graphql';
import { presentFailure, presentGraphQLErrors, RecordsFailure } from '../failure.js';
import { answerOperation, type OperationRequest, type RecordsPorts } from '../run/answer-operation.js';
import { coerceVariables } from '../run/coerce-variables.js';
import type { PreparedDocument } from '../run/prepare-document.js';
import type { RateLimits } from '../bounds/rate-limits.js';
import type { Caller } from './caller.js';
import type { Documents } from './documents.js';
import type { AskedOperation } from './read-operation.js';
import type { SubscriptionSource } from './subscription-source.js';

export interface StreamPorts extends RecordsPorts {
  readonly limits: Pick<RateLimits, 'spend'>;
  readonly documents: Pick<Documents, 'find'>;
  readonly subscribe: SubscriptionSource;
}

/** An operation under way: one answer of a query or mutation, or those of a subscription, each as JSON text. */
export interface OpenedOperation {
  readonly schema: GraphQLSchema;
  readonly prepared: PreparedDocument;
  readonly answers: AsyncIterable<string>;
}

/** Opening an operation counts like this many records read: it is looked at again with every change. */
const SUBSCRIPTION_POINTS = 10;

/** Begins an operation of any kind; a refusal is the JSON text of an answer without data. The answers end with the signal. */
export async function openOperation(asked: AskedOperation, { actor, account }: Caller, ports: StreamPorts, signal: AbortSignal): Promise<OpenedOperation | { readonly refusal: string }> {
  try {
    ports.limits.spend(account, 1);
    const query = await ports.documents.find(actor.org, asked);
    const { revision, model } = await ports.models.current(actor.org);
    const orgSchema = ports.schemas.find(actor.org.schema, revision, model, actor.access);
    const prepared = orgSchema.prepare(query, asked.operationName ?? undefined);
    if ('errors' in prepared) return { refusal: presentGraphQLErrors(prepared.errors) };
    const { schema } = orgSchema;
    const { variables, operationName, extensions } = asked;
    const request: OperationRequest = { query, variables, operationName, extensions, charge: (points) => ports.limits.spend(account, points) };
    if (prepared.operation.operation !== OperationTypeNode.SUBSCRIPTION) return { schema, prepared, answers: once(() => answerOperation(request, actor, ports)) };
    const read = coerceVariables({ ...request, subscribing: true }, prepared, schema);
    if ('refusal' in read) return read;
    ports.limits.spend(account, SUBSCRIPTION_POINTS);
    return { schema, prepared, answers: told(ports.subscribe(actor, { schema: orgSchema, prepared, variables: read.variables }, signal), ports, signal) };
  } catch (error) {
    if (error instanceof RecordsFailure) return { refusal: presentFailure(error, false) };
    throw error;
  }
}

async function* once(answer: () => Promise<string>): AsyncGenerator<string> {
  yield await answer();
}

/** What goes wrong on the way is the last answer. */
async function* told(answers: AsyncIterable<string>, { logFailure }: StreamPorts, signal: AbortSignal): AsyncGenerator<string> {
  try {
    yield* answers;
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof RecordsFailure) return yield presentFailure(error, true);
    const reference = randomUUID();
    logFailure(reference, error);
    yield presentFailure(new RecordsFailure('INTERNAL', `Something went wrong on our side. Please tell your admin this reference: ${reference}.`, { reference }), true);
  }
}
