import { Inject, Injectable } from '@nestjs/common';
import { AbstractGraphQLDriver, type GqlModuleOptions } from '@nestjs/graphql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { execute, getVariableValues, GraphQLError, Kind, OperationTypeNode, parse, printSchema, validate, type DocumentNode, type ExecutionResult, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { refuseDocument, refuseText } from '../graphql/bounds/check-document.js';
import { checkLiterals, checkVariables } from '../graphql/bounds/check-values.js';
import { RateLimits } from '../graphql/bounds/rate-limits.js';
import { presentFailure, RecordsFailure } from '../graphql/failure.js';
import { accountOf } from '../graphql/http/account.js';
import type { FastifyExchange } from '../graphql/http/exchange.js';
import { serveOperations, type AnswerOptions } from '../graphql/http/serve-operations.js';
import type { AskedOperation } from '../graphql/http/read-operation.js';
import { ApiFailure } from './api-failure.js';
import { presentError } from './present-error.js';
import type { RequestContext } from './request-context.js';
import { refusals } from './refusal-wording.js';
import { requestLocale } from './request-locale.js';
import { sendFailure } from './send-failure.js';

/** Characters of the documents in memory; what is made of one takes some fifty times as many bytes. */
const TEXT_IN_MEMORY = 1_000_000;
/** Far above what the page sends; ends a request made to keep the parser busy. */
const MOST_TOKENS = 4_000;
const MOST_BYTES = 20 * 1024 * 1024;

type Prepared = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

/** Serves the static schema on Fastify: parsed and validated once per document, executed by graphql-js. */
@Injectable()
export class MetadataDriver extends AbstractGraphQLDriver {
  private readonly prepared = new LRUCache<string, Prepared>({ maxSize: TEXT_IN_MEMORY, sizeCalculation: (_, text) => text.length + 1 });

  @Inject(RateLimits)
  private readonly limits!: RateLimits;

  async start(options: GqlModuleOptions): Promise<void> {
    const { schema, path = '/metadata' } = options;
    if (!schema) throw new Error('The schema of the metadata API was not made.');
    const server = this.httpAdapterHost.httpAdapter.getInstance<FastifyInstance>();
    serveOperations(server, { path, bodyLimit: MOST_BYTES, answer: async (asked, exchange, options) => JSON.stringify(await this.answer(schema, asked, exchange, options)), present: presentRefusal });
    server.get(`${path}/schema`, (request, reply) => sendSchema(request, reply, schema));
  }

  async stop(): Promise<void> {
    this.prepared.clear();
  }

  private async answer(schema: GraphQLSchema, { query, variables, operationName, documentId, extensions }: AskedOperation, { request, reply }: FastifyExchange, { onlyQueries }: AnswerOptions): Promise<unknown> {
    const locale = requestLocale(request);
    if (request.actor) this.limits.spend(accountOf(request, request.actor), 1);
    if (documentId != null || extensions?.['persistedQuery'] != null || query == null) throw new RecordsFailure('BAD_USER_INPUT', 'Documents are sent as "query" here; only those on records can be named by id or hash.');
    const prepared = this.prepare(schema, query);
    if ('errors' in prepared) return refuse(locale, prepared.errors);
    const { document } = prepared;
    const operation = findOperation(document, operationName);
    if (operation instanceof GraphQLError) return refuse(locale, [operation]);
    if (onlyQueries && operation.operation !== OperationTypeNode.QUERY) throw new RecordsFailure('METHOD_NOT_ALLOWED', 'A GET only reads. Send mutations by POST.');
    checkVariables(variables ?? {}, 'write');
    // Executing tells the same, but cannot be told from an answer without data that came of executing.
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}, { maxErrors: 20 });
    if (errors) return refuse(locale, errors);
    const contextValue: RequestContext = { request, reply };
    const result = (await execute({ schema, document, variableValues: variables, operationName, contextValue })) as ExecutionResult;
    return result.errors ? { data: result.data ?? null, errors: result.errors.map((error) => presentError(error, locale)) } : result;
  }

  private prepare(schema: GraphQLSchema, query: string): Prepared {
    const known = this.prepared.get(query);
    if (known) return known;
    const prepared = prepareDocument(schema, query);
    this.prepared.set(query, prepared);
    return prepared;
  }
}

function sendSchema(request: FastifyRequest, reply: FastifyReply, schema: GraphQLSchema): FastifyReply {
  if (!request.actor) return sendFailure(reply, new ApiFailure('UNAUTHENTICATED', refusals.signIn));
  return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(printSchema(schema));
}

function prepareDocument(schema: GraphQLSchema, query: string): Prepared {
  try {
    const tooLarge = refuseText(query);
    if (tooLarge) return { errors: [tooLarge] };
    const document = parse(query, { maxTokens: MOST_TOKENS });
    const tooMany = refuseDocument(document);
    if (tooMany) return { errors: [tooMany] };
    checkLiterals(document);
    const errors = validate(schema, document, undefined, { maxErrors: 20 });
    return errors.length > 0 ? { errors } : { document };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    if (error instanceof RecordsFailure) return { errors: [new GraphQLError(error.message)] };
    throw error;
  }
}

function findOperation({ definitions }: DocumentNode, operationName: string | null | undefined): OperationDefinitionNode | GraphQLError {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [first] = operations;
  if (operationName == null) return operations.length === 1 && first ? first : new GraphQLError('The document has several operations; "operationName" has to say which one is meant.');
  return operations.find(({ name }) => name?.value === operationName) ?? new GraphQLError(`The document has no operation named ${JSON.stringify(operationName)}.`);
}

function refuse(locale: string, errors: readonly GraphQLError[]): { readonly errors: unknown } {
  return { errors: errors.map((error) => presentError(error, locale)) };
}

/** Here the request's own faults are called `BAD_REQUEST`. */
function presentRefusal({ code, message, details }: RecordsFailure): string {
  if (code !== 'BAD_USER_INPUT') return presentFailure(new RecordsFailure(code, message, details), false);
  return JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST', ...details } }] });
}
