import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { printSchema } from 'graphql';
import type { Actor } from '../access/actor.js';
import { sendJsonText } from '../page/security-headers.js';
import { badInput, presentFailure, RecordsFailure } from './failure.js';
import { explorerPage } from './explorer-page.js';
import { answerOperation, type OperationRequest, type RecordsPorts } from './run/answer-operation.js';

export interface RoutePorts extends RecordsPorts {
  /** Undefined when nobody is signed in. */
  readonly actorFor: (request: FastifyRequest) => Actor | undefined;
}

/** `POST /graphql`: the org's records. A browser that opens the address gets a page to try it; `GET /graphql/schema` is the SDL. */
export function registerRecordsRoute(server: FastifyInstance, ports: RoutePorts): void {
  server.post('/graphql', async (request, reply) => {
    const actor = ports.actorFor(request);
    if (!actor) return refuse(reply, 401, presentFailure(unauthenticated, false));
    const operation = readOperation(request.body);
    if (!operation) return refuse(reply, 400, presentFailure(malformed, false));
    return sendJsonText(request, reply, await answerOperation(operation, actor, ports));
  });
  server.get('/graphql', (request, reply) => sendPage(request, reply));
  server.get('/graphql/schema', (request, reply) => sendSchema(request, reply, ports));
}

function refuse(reply: FastifyReply, status: 400 | 401, text: string): FastifyReply {
  return reply.code(status).header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-store').send(text);
}

const unauthenticated = new RecordsFailure('UNAUTHENTICATED', 'Sign in, or send an API key as "Authorization: Bearer …".');
const malformed = badInput('The body has to be JSON such as {"query": "…", "variables": {…}, "operationName": "…"}.');

function readOperation(body: unknown): OperationRequest | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { query, variables, operationName } = body as Record<string, unknown>;
  if (typeof query !== 'string') return undefined;
  if (variables !== undefined && (typeof variables !== 'object' || Array.isArray(variables))) return undefined;
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') return undefined;
  return body as OperationRequest;
}

function sendPage({ headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!headers.accept?.includes('text/html')) return reply.code(405).header('allow', 'POST').type('application/json').send(presentFailure(malformed, false));
  const { html, policy } = explorerPage;
  return reply.type('text/html; charset=utf-8').header('content-security-policy', policy).send(html);
}

async function sendSchema(request: FastifyRequest, reply: FastifyReply, ports: RoutePorts): Promise<FastifyReply> {
  const actor = ports.actorFor(request);
  if (!actor) return reply.code(401).type('application/json').send(presentFailure(unauthenticated, false));
  const { revision, model } = await ports.models.current(actor.org);
  const { schema } = ports.schemas.find(actor.org.schema, revision, model, actor.access);
  return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(printSchema(schema));
}
