import { once } from 'node:events';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { presentFailure, RecordsFailure } from '../failure.js';
import { makeCaller } from './caller.js';
import { exchangeOf } from './exchange.js';
import { openOperation, type StreamPorts } from './open-operation.js';
import { SIGNED_OUT, type OpenStream, type OpenStreams } from './open-streams.js';
import { readOperation } from './read-operation.js';
import { readJsonAlone, sendError } from './serve-operations.js';
import { sendAnswer } from './send-answer.js';

export interface StreamRoutePorts extends StreamPorts {
  readonly actorFor: (request: FastifyRequest) => Actor | undefined;
  readonly streams: OpenStreams;
}

/** Keeps proxies from taking a quiet stream for a dead one. */
const BEAT_EVERY = 15_000;
const MOST_BYTES = 1024 * 1024;

/** `POST /graphql/stream`: an operation whose answers come as server-sent events, one connection each (the protocol of graphql-sse). */
export function serveStream(server: FastifyInstance, ports: StreamRoutePorts): void {
  void server.register(async (scope) => {
    readJsonAlone(scope);
    scope.setErrorHandler((error: FastifyError, request, reply) => sendError(error, {}, exchangeOf(request, reply)));
    scope.addHook('preClose', (done) => {
      ports.streams.endAll();
      done();
    });
    scope.post('/graphql/stream', { bodyLimit: MOST_BYTES }, (request, reply) => serve(request, reply, ports));
  });
}

async function serve(request: FastifyRequest, reply: FastifyReply, ports: StreamRoutePorts): Promise<FastifyReply> {
  let stream: OpenStream | undefined;
  try {
    const asked = readOperation(request.body);
    const actor = ports.actorFor(request);
    if (!actor) throw new RecordsFailure('UNAUTHENTICATED', 'Sign in, or send an API key as "Authorization: Bearer …".');
    stream = ports.streams.begin(actor.userId, request.credential);
    const opened = await openOperation(asked, makeCaller(actor, request.credential), ports, stream.signal);
    if ('refusal' in opened) return await refuse(request, reply, opened.refusal);
    reply.hijack();
    await send(reply, opened.answers, stream);
    return reply;
  } catch (error) {
    if (error instanceof RecordsFailure && !reply.raw.headersSent) return await refuse(request, reply, presentFailure(error, false));
    throw error;
  } finally {
    stream?.end();
  }
}

async function refuse(request: FastifyRequest, reply: FastifyReply, refusal: string): Promise<FastifyReply> {
  await sendAnswer(exchangeOf(request, reply), refusal, 'application/graphql-response+json');
  return reply;
}

async function send({ raw }: FastifyReply, answers: AsyncIterable<string>, { signal, end }: OpenStream): Promise<void> {
  raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no', 'x-content-type-options': 'nosniff', connection: 'keep-alive' });
  raw.write(':\n\n');
  raw.once('close', end);
  raw.on('error', end);
  const beat = setInterval(() => raw.write(':\n\n'), BEAT_EVERY).unref();
  try {
    for await (const answer of answers) {
      if (raw.destroyed) return;
      if (!raw.write(`event: next\ndata: ${answer}\n\n`)) await Promise.race([once(raw, 'drain', { signal }), once(raw, 'close')]).catch(() => undefined);
    }
    if (signal.reason === SIGNED_OUT) raw.write(`event: next\ndata: ${presentFailure(SIGNED_OUT, false)}\n\n`);
    raw.end('event: complete\ndata: \n\n');
  } finally {
    clearInterval(beat);
    raw.end();
  }
}
