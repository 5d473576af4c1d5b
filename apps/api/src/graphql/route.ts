import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { printSchema } from 'graphql';
import type { Actor } from '../access/actor.js';
import type { RateLimits } from './bounds/rate-limits.js';
import { presentFailure, RecordsFailure } from './failure.js';
import type { Documents } from './http/documents.js';
import { accountOf } from './http/account.js';
import type { Exchange } from './http/exchange.js';
import { serveOperations, type AnswerOptions, type OperationsEndpoint } from './http/serve-operations.js';
import type { AskedOperation } from './http/read-operation.js';
import { answerToSend, type RecordsPorts } from './run/answer-operation.js';
import type { JsonAnswer } from './run/json-pieces.js';

export interface RoutePorts extends RecordsPorts {
  /** Undefined when nobody is signed in. */
  readonly actorFor: (request: FastifyRequest) => Actor | undefined;
  readonly limits: Pick<RateLimits, 'spend'>;
  readonly documents: Pick<Documents, 'find' | 'register'>;
}

/** Bulk writes come in one body; files of records have a way of their own. */
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * `/graphql`: the org's records. `GET /graphql/schema` is the SDL, `POST /graphql/documents` keeps documents that are then
 * named by id. Returns what answers operations, for a door of their own.
 */
export function registerRecordsRoute(server: FastifyInstance, ports: RoutePorts): OperationsEndpoint<Exchange> {
  const endpoint: OperationsEndpoint<Exchange> = { path: '/graphql', bodyLimit: MOST_BYTES, answer: (asked, exchange, options) => answer(asked, exchange, options, ports) };
  serveOperations(server, endpoint, ports.actorFor);
  server.post('/graphql/documents', (request, reply) => registerDocuments(request, reply, ports));
  server.get('/graphql/schema', (request, reply) => sendSchema(request, reply, ports));
  return endpoint;
}

async function answer(asked: AskedOperation, exchange: Exchange, { onlyQueries }: AnswerOptions, ports: RoutePorts): Promise<JsonAnswer> {
  const { actor } = exchange;
  if (!actor) throw unauthenticated;
  const account = accountOf(exchange, actor);
  ports.limits.spend(account, 1);
  const found = ports.documents.find(actor.org, asked);
  const query = typeof found === 'string' ? found : await found;
  const { variables, operationName, extensions } = asked;
  return answerToSend({ query, variables, operationName, extensions, onlyQueries, charge: (points) => ports.limits.spend(account, points) }, actor, ports);
}

const unauthenticated = new RecordsFailure('UNAUTHENTICATED', 'Sign in, or send an API key as "Authorization: Bearer …".');

async function registerDocuments(request: FastifyRequest, reply: FastifyReply, ports: RoutePorts): Promise<FastifyReply> {
  const refuse = (status: number, failure: RecordsFailure) => reply.code(status).type('application/json; charset=utf-8').send(presentFailure(failure, false));
  const actor = ports.actorFor(request);
  if (!actor) return refuse(401, unauthenticated);
  try {
    const { documents } = (typeof request.body === 'object' && request.body !== null ? request.body : {}) as { documents?: unknown };
    const ids = await ports.documents.register(actor, documents, ports.clock.now(actor.org).toISOString());
    return await reply.send({ documents: ids.map((id) => ({ id })) });
  } catch (error) {
    if (error instanceof RecordsFailure) return refuse(error.code === 'FORBIDDEN' ? 403 : 400, error);
    throw error;
  }
}

async function sendSchema(request: FastifyRequest, reply: FastifyReply, ports: RoutePorts): Promise<FastifyReply> {
  const actor = ports.actorFor(request);
  if (!actor) return reply.code(401).type('application/json').send(presentFailure(unauthenticated, false));
  const { revision, model } = await ports.models.current(actor.org);
  const { schema } = ports.schemas.find(actor.org.schema, revision, model, actor.access);
  return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(printSchema(schema));
}
