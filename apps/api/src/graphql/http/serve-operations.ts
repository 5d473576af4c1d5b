import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { PAGE_HEADER } from '../../access/read-credential.js';
import { explorerPage } from '../explorer-page.js';
import type { JsonAnswer } from '../run/json-pieces.js';
import { badInput, presentFailure, RecordsFailure } from '../failure.js';
import { exchangeOf, type Exchange, type FastifyExchange } from './exchange.js';
import { chooseAnswerType } from './media-type.js';
import { readOperation, readParameters, type AskedOperation } from './read-operation.js';
import { sendAnswer, sendFault } from './send-answer.js';

export interface OperationsEndpoint<From extends Exchange> extends Presenting {
  readonly path: string;
  /** Bytes of a body. */
  readonly bodyLimit: number;
  /** The answer as JSON text, with data also as its bytes. Throws `RecordsFailure` for what is refused before the document is looked at. */
  answer(operation: AskedOperation, exchange: From, options: AnswerOptions): Promise<JsonAnswer>;
}

export interface Presenting {
  /** A refusal as the JSON text of an answer without data. */
  present?(failure: RecordsFailure): string;
}

export interface AnswerOptions {
  /** A GET changes nothing. */
  readonly onlyQueries: boolean;
}

const logger = new Logger('GraphQL');

/** Serves operations as "GraphQL over HTTP" says, by POST and GET. A browser that opens the address gets a page to try them in. */
export function serveOperations(server: FastifyInstance, endpoint: OperationsEndpoint<FastifyExchange>, actorFor: (request: FastifyRequest) => Actor | undefined = (request) => request.actor): void {
  const { path, bodyLimit } = endpoint;
  const open = (request: FastifyRequest, reply: FastifyReply): FastifyExchange => exchangeOf(request, reply, actorFor(request));
  void server.register(async (scope) => {
    readJsonAlone(scope);
    scope.setErrorHandler((error: FastifyError, request, reply) => sendError(error, endpoint, open(request, reply)));
    scope.post(path, { bodyLimit }, async (request, reply) => {
      await serve(endpoint, open(request, reply), EVERYTHING, () => readOperation(request.body));
      return reply;
    });
    scope.get(path, async (request, reply) => {
      if (request.headers.accept?.includes('text/html')) return sendExplorer(reply);
      await serve(endpoint, open(request, reply), { onlyQueries: true }, () => {
        refuseForeignPage(request);
        return readParameters(request.query);
      });
      return reply;
    });
    scope.route({
      method: ['PUT', 'PATCH', 'DELETE'],
      url: path,
      handler: async (request, reply) => {
        await refuseMethod(endpoint, open(request, reply));
        return reply;
      },
    });
  });
}

export const EVERYTHING: AnswerOptions = { onlyQueries: false };

/** Answers one request; `read` says what it asks for. Throws only what is a bug. */
export async function serve<From extends Exchange>(endpoint: OperationsEndpoint<From>, exchange: From, options: AnswerOptions, read: () => AskedOperation): Promise<void> {
  const type = chooseAnswerType(exchange.headers.accept);
  if (!type) return sendFault(exchange, presentBy(endpoint, NOT_ACCEPTABLE), 406);
  let operation: AskedOperation;
  try {
    operation = read();
  } catch (error) {
    if (!(error instanceof RecordsFailure)) throw error;
    return sendFault(exchange, presentBy(endpoint, error), error.code === 'FORBIDDEN' ? 403 : 400, type);
  }
  let answer: JsonAnswer;
  try {
    answer = await endpoint.answer(operation, exchange, options);
  } catch (error) {
    if (!(error instanceof RecordsFailure)) throw error;
    answer = presentBy(endpoint, error);
  }
  return sendAnswer(exchange, answer, type);
}

const NOT_ACCEPTABLE = badInput('Answers are application/json or application/graphql-response+json; the header Accept takes neither.');

function presentBy({ present }: Presenting, failure: RecordsFailure): string {
  return present ? present(failure) : presentFailure(failure, false);
}

/** Another site can make a browser ask, if not read the answer: with a cookie it has to be our own page that asks. */
function refuseForeignPage({ credential, headers }: FastifyRequest): void {
  if (credential?.kind === 'session' && headers[PAGE_HEADER] !== '1') throw new RecordsFailure('FORBIDDEN', `Requests with a session cookie need the header "${PAGE_HEADER}: 1".`);
}

/** Forms and their like, which other sites can send, are not taken; nor is JSON in anything but UTF-8. */
export function readJsonAlone(scope: FastifyInstance): void {
  const parseJson = scope.getDefaultJsonParser('error', 'error');
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
    if (charset !== undefined && !/^utf-?8$/i.test(charset)) return done(fault(415, 'Bodies are read as UTF-8 only.'));
    if (!isUtf8(body)) return done(fault(400, 'The body is not UTF-8.'));
    return parseJson(request, body.toString(), done);
  });
}

function fault(statusCode: number, message: string): Error {
  return Object.assign(badInput(message), { statusCode });
}

/** What Fastify says about bodies, in our words. */
const FAULTS: Readonly<Record<number, RecordsFailure>> = {
  400: badInput('The body is not JSON.'),
  413: new RecordsFailure('TOO_COSTLY', 'The body is larger than what is read at once. For many records there are imports.'),
  415: badInput('The body has to be JSON: send the header "content-type: application/json".'),
};

export function sendError(error: FastifyError, endpoint: Presenting, exchange: Exchange): void {
  const { statusCode = 500 } = error;
  const known = error instanceof RecordsFailure ? error : FAULTS[statusCode];
  const type = chooseAnswerType(exchange.headers.accept);
  if (known && statusCode < 500) return sendFault(exchange, presentBy(endpoint, known), statusCode, type);
  const reference = randomUUID();
  logger.error(`${reference} ${error.stack ?? error.message}`);
  const failure = new RecordsFailure('INTERNAL', `Something went wrong on our side. Please tell your admin this reference: ${reference}.`, { reference });
  sendFault(exchange, presentBy(endpoint, failure), 500, type);
}

function sendExplorer(reply: FastifyReply): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('content-security-policy', explorerPage.policy).send(explorerPage.html);
}

function refuseMethod(endpoint: Presenting, exchange: Exchange): Promise<void> {
  const failure = new RecordsFailure('METHOD_NOT_ALLOWED', 'Operations are sent by POST, and queries also by GET.');
  return sendAnswer(exchange, presentBy(endpoint, failure), 'application/json');
}
