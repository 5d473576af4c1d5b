import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import '../../access/request-actor.js';
import { PAGE_HEADER } from '../../access/read-credential.js';
import { explorerPage } from '../explorer-page.js';
import { badInput, presentFailure, RecordsFailure } from '../failure.js';
import { chooseAnswerType } from './media-type.js';
import { readOperation, readParameters, type AskedOperation } from './read-operation.js';
import { sendAnswer, sendFault } from './send-answer.js';

export interface OperationsEndpoint extends Presenting {
  readonly path: string;
  /** Bytes of a body. */
  readonly bodyLimit: number;
  /** The answer as JSON text. Throws `RecordsFailure` for what is refused before the document is looked at. */
  answer(operation: AskedOperation, call: Call): Promise<string>;
}

export interface Presenting {
  /** A refusal as the JSON text of an answer without data. */
  present?(failure: RecordsFailure, request: FastifyRequest): string;
}

export interface Call {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** A GET changes nothing. */
  readonly onlyQueries: boolean;
}

const logger = new Logger('GraphQL');

/** Serves operations as "GraphQL over HTTP" says, by POST and GET. A browser that opens the address gets a page to try them in. */
export function serveOperations(server: FastifyInstance, endpoint: OperationsEndpoint): void {
  const { path, bodyLimit } = endpoint;
  void server.register(async (scope) => {
    readJsonAlone(scope);
    scope.setErrorHandler((error: FastifyError, request, reply) => sendError(error, endpoint, request, reply));
    scope.post(path, { bodyLimit }, (request, reply) => serve(endpoint, { request, reply, onlyQueries: false }, () => readOperation(request.body)));
    scope.get(path, (request, reply) => {
      if (request.headers.accept?.includes('text/html')) return sendExplorer(reply);
      return serve(endpoint, { request, reply, onlyQueries: true }, () => {
        refuseForeignPage(request);
        return readParameters(request.query);
      });
    });
    scope.route({ method: ['PUT', 'PATCH', 'DELETE'], url: path, handler: (request, reply) => refuseMethod(endpoint, request, reply) });
  });
}

async function serve(endpoint: OperationsEndpoint, call: Call, read: () => AskedOperation): Promise<FastifyReply> {
  const { request, reply } = call;
  const type = chooseAnswerType(request.headers.accept);
  if (!type) return sendFault(request, reply, presentBy(endpoint, NOT_ACCEPTABLE, request), 406);
  let operation: AskedOperation;
  try {
    operation = read();
  } catch (error) {
    if (!(error instanceof RecordsFailure)) throw error;
    return sendFault(request, reply, presentBy(endpoint, error, request), error.code === 'FORBIDDEN' ? 403 : 400, type);
  }
  try {
    return await sendAnswer(request, reply, await endpoint.answer(operation, call), type);
  } catch (error) {
    if (!(error instanceof RecordsFailure)) throw error;
    return sendAnswer(request, reply, presentBy(endpoint, error, request), type);
  }
}

const NOT_ACCEPTABLE = badInput('Answers are application/json or application/graphql-response+json; the header Accept takes neither.');

function presentBy({ present }: Presenting, failure: RecordsFailure, request: FastifyRequest): string {
  return present ? present(failure, request) : presentFailure(failure, false);
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

export function sendError(error: FastifyError, endpoint: Presenting, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { statusCode = 500 } = error;
  const known = error instanceof RecordsFailure ? error : FAULTS[statusCode];
  const type = chooseAnswerType(request.headers.accept);
  if (known && statusCode < 500) return sendFault(request, reply, presentBy(endpoint, known, request), statusCode, type);
  const reference = randomUUID();
  logger.error(`${reference} ${error.stack ?? error.message}`);
  const failure = new RecordsFailure('INTERNAL', `Something went wrong on our side. Please tell your admin this reference: ${reference}.`, { reference });
  return sendFault(request, reply, presentBy(endpoint, failure, request), 500, type);
}

function sendExplorer(reply: FastifyReply): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('content-security-policy', explorerPage.policy).send(explorerPage.html);
}

function refuseMethod(endpoint: OperationsEndpoint, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const failure = new RecordsFailure('METHOD_NOT_ALLOWED', 'Operations are sent by POST, and queries also by GET.');
  return sendAnswer(request, reply, presentBy(endpoint, failure, request), 'application/json') as FastifyReply;
}
