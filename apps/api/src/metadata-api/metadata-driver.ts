import { Injectable } from '@nestjs/common';
import { AbstractGraphQLDriver, type GqlModuleOptions } from '@nestjs/graphql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { execute, GraphQLError, parse, printSchema, validate, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { explorerPage } from '../graphql/explorer-page.js';
import { sendCompressed } from '../page/send-compressed.js';
import { ApiFailure } from './api-failure.js';
import { presentError } from './present-error.js';
import type { RequestContext } from './request-context.js';
import { refusals } from './refusal-wording.js';
import { requestLocale } from './request-locale.js';
import { sendFailure } from './send-failure.js';

const DOCUMENTS_IN_MEMORY = 500;
/** Far above what the page sends; ends a request made to keep the parser busy. */
const MOST_TOKENS = 4_000;
const MOST_BYTES = 20 * 1024 * 1024;

interface GraphQLRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

type Prepared = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

/** Serves the static schema on Fastify: parsed and validated once per document, executed by graphql-js. */
@Injectable()
export class MetadataDriver extends AbstractGraphQLDriver {
  private readonly prepared = new LRUCache<string, Prepared>({ max: DOCUMENTS_IN_MEMORY });

  async start(options: GqlModuleOptions): Promise<void> {
    const { schema, path = '/metadata' } = options;
    if (!schema) throw new Error('The schema of the metadata API was not made.');
    const server = this.httpAdapterHost.httpAdapter.getInstance<FastifyInstance>();
    server.post(path, { bodyLimit: MOST_BYTES }, async (request, reply) => {
      const { status, answer } = await this.answer(schema, request, reply);
      return sendCompressed(request, reply.code(status).header('cache-control', 'no-store').type('application/json; charset=utf-8'), JSON.stringify(answer));
    });
    server.get(path, (_request, reply) => sendExplorer(reply));
    server.get(`${path}/schema`, (request, reply) => sendSchema(request, reply, schema));
  }

  async stop(): Promise<void> {
    this.prepared.clear();
  }

  private async answer(schema: GraphQLSchema, request: FastifyRequest, reply: FastifyReply): Promise<{ status: number; answer: unknown }> {
    const asked = readRequest(request.body);
    const locale = requestLocale(request);
    if (!asked) return refuse(400, locale, [new GraphQLError('A request is JSON with a "query", and "variables" and "operationName" where needed.')]);
    const prepared = this.prepare(schema, asked.query);
    if ('errors' in prepared) return refuse(400, locale, prepared.errors);
    const contextValue: RequestContext = { request, reply };
    const result = (await execute({
      schema,
      document: prepared.document,
      variableValues: asked.variables,
      operationName: asked.operationName,
      contextValue,
    })) as ExecutionResult;
    const errors = result.errors?.map((error) => presentError(error, locale));
    return { status: 200, answer: errors ? { ...result, errors } : result };
  }

  private prepare(schema: GraphQLSchema, query: string): Prepared {
    const known = this.prepared.get(query);
    if (known) return known;
    const prepared = prepareDocument(schema, query);
    this.prepared.set(query, prepared);
    return prepared;
  }
}

function sendExplorer(reply: FastifyReply): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('content-security-policy', explorerPage.policy).send(explorerPage.html);
}

function sendSchema(request: FastifyRequest, reply: FastifyReply, schema: GraphQLSchema): FastifyReply {
  if (!request.actor) return sendFailure(reply, new ApiFailure('UNAUTHENTICATED', refusals.signIn));
  return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(printSchema(schema));
}

function prepareDocument(schema: GraphQLSchema, query: string): Prepared {
  try {
    const document = parse(query, { maxTokens: MOST_TOKENS });
    const errors = validate(schema, document);
    return errors.length > 0 ? { errors } : { document };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

function readRequest(body: unknown): GraphQLRequest | undefined {
  if (typeof body !== 'object' || body === null || !('query' in body) || typeof body.query !== 'string') return undefined;
  const { query, variables, operationName } = body as Record<string, unknown> & { query: string };
  return {
    query,
    ...(typeof variables === 'object' && variables !== null && { variables: variables as Record<string, unknown> }),
    ...(typeof operationName === 'string' && { operationName }),
  };
}

function refuse(status: number, locale: string, errors: readonly GraphQLError[]): { status: number; answer: unknown } {
  return { status, answer: { errors: errors.map((error) => presentError(error, locale)) } };
}
