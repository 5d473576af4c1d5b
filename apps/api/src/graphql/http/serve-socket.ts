import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import websocket, { type WebSocket } from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError, type ExecutionArgs, type ExecutionResult, type FormattedExecutionResult } from 'graphql';
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, makeServer, type Context, type SubscribePayload } from 'graphql-ws';
import type { Actor } from '../../access/actor.js';
import type { Credential } from '../../access/read-credential.js';
import { badInput, RecordsFailure } from '../failure.js';
import { makeCaller, type Caller } from './caller.js';
import { openOperation, type StreamPorts } from './open-operation.js';
import { SIGNED_OUT, type OpenStream, type OpenStreams, type SignIn } from './open-streams.js';
import { readOperation } from './read-operation.js';

export interface SocketPorts extends StreamPorts {
  readonly actorFor: (request: FastifyRequest) => Actor | undefined;
  readonly streams: OpenStreams;
  readonly signIn: SignIn;
}

export const SOCKET_PATH = '/graphql/socket';
const MOST_BYTES = 1024 * 1024;
/** Operations under way on one connection. */
const MOST_OPERATIONS = 100;
const BEAT_EVERY = 15_000;
const GOING_AWAY = 1001;

/** One connection: who speaks there is known from the upgrade or from the first message. */
interface Place {
  readonly socket: WebSocket;
  readonly request: FastifyRequest;
  caller?: Caller;
  stream?: OpenStream;
}

/** `GET /graphql/socket`: operations over the protocol graphql-transport-ws. */
export function serveSocket(server: FastifyInstance, ports: SocketPorts): void {
  void server.register(async (scope) => {
    await scope.register(websocket, { options: { maxPayload: MOST_BYTES, handleProtocols: (protocols) => protocols.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) && GRAPHQL_TRANSPORT_WS_PROTOCOL } });
    scope.server.prependListener('upgrade', refuseElsewhere);
    const protocol = makeProtocol(ports);
    const isForeign = (request: FastifyRequest) => request.credential?.kind === 'session' && request.headers.origin !== undefined && hostOf(request.headers.origin) !== request.host;
    scope.get(SOCKET_PATH, {
      websocket: true,
      preValidation: async (request, reply) => {
        if (isForeign(request)) await reply.code(403).send({ code: 'FORBIDDEN', message: 'A page of another site cannot open this with the session of its visitor.' });
      },
    }, (socket, request) => hold({ socket, request }, protocol));
  });
}

/** The library would answer any address with a connection that nobody closes. */
function refuseElsewhere({ url = '' }: IncomingMessage, socket: Duplex): void {
  if (url.split('?')[0] !== SOCKET_PATH) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function hold(place: Place, protocol: ReturnType<typeof makeProtocol>): void {
  const { socket } = place;
  let alive = true;
  const beat = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
  }, BEAT_EVERY).unref();
  socket.on('pong', () => (alive = true));
  const closed = protocol.opened({
    protocol: socket.protocol,
    // Waits until it is on its way: whoever reads slowly is sent slowly.
    send: (text) => new Promise<void>((resolve, reject) => socket.send(text, (error) => (error ? reject(error) : resolve()))),
    close: (code, reason) => socket.close(code, reason),
    onMessage: (hear) => socket.on('message', (text: Buffer) => void hear(text.toString()).catch(() => socket.close(CloseCode.InternalServerError, 'Something went wrong'))),
  }, place);
  socket.once('close', (code, reason) => {
    clearInterval(beat);
    place.stream?.end();
    void closed(code, reason.toString());
  });
}

function makeProtocol(ports: SocketPorts) {
  return makeServer<Record<string, unknown> | undefined, Place>({
    onConnect: ({ extra, connectionParams }) => connect(extra, connectionParams, ports),
    onSubscribe: (context, _id, payload) => begin(context, payload, ports),
    execute: async (args) => {
      for await (const answer of answersOf(args)) return answer;
      return {};
    },
    subscribe: (args) => answersOf(args),
    // An answer is no result of the library, whose errors would have methods.
    onNext: (_context, _id, _payload, _args, result) => result as FormattedExecutionResult,
  });
}

/** A browser cannot set headers: a key may come with the first message. */
async function connect(place: Place, params: Readonly<Record<string, unknown>> | undefined, ports: SocketPorts): Promise<boolean> {
  const given = Object.entries(params ?? {}).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  const token = typeof given === 'string' ? /^Bearer\s+(\S+)$/i.exec(given)?.[1] : undefined;
  const credential: Credential | undefined = token ? { kind: 'key', token } : place.request.credential;
  const actor = token ? await ports.signIn({ kind: 'key', token }, place.request.ip) : ports.actorFor(place.request);
  if (!actor) return false;
  try {
    place.stream = ports.streams.begin(actor.userId, credential);
  } catch (error) {
    if (error instanceof RecordsFailure) place.socket.close(CloseCode.Forbidden, 'Too many connections');
    return false;
  }
  const { signal } = place.stream;
  signal.addEventListener('abort', () => {
    if (signal.reason === SIGNED_OUT) place.socket.close(CloseCode.Unauthorized, 'The session is over');
    else place.socket.close(GOING_AWAY, 'Going away');
  });
  place.caller = makeCaller(actor, credential);
  return true;
}

type OperationContext = Context<Record<string, unknown> | undefined, Place>;

async function begin({ extra: { caller, stream, request }, subscriptions }: OperationContext, payload: SubscribePayload, ports: SocketPorts): Promise<ExecutionArgs | GraphQLError[]> {
  if (!caller || !stream) return [new GraphQLError('Nobody is signed in.', { extensions: { code: 'UNAUTHENTICATED' } })];
  try {
    if (Object.keys(subscriptions).length > MOST_OPERATIONS) throw badInput(`${MOST_OPERATIONS} operations are under way on this connection already.`);
    // Who speaks is looked at again: rights may have changed since the connection was opened.
    const actor = caller.credential ? await ports.signIn(caller.credential) : ports.actorFor(request);
    if (!actor) throw SIGNED_OUT;
    const controller = new AbortController();
    const signal = AbortSignal.any([controller.signal, stream.signal]);
    const opened = await openOperation(readOperation(payload), { ...caller, actor }, ports, signal);
    if ('refusal' in opened) return (JSON.parse(opened.refusal) as { errors: { message: string; extensions?: Record<string, unknown> }[] }).errors.map(({ message, extensions }) => new GraphQLError(message, { extensions }));
    const contextValue: Running = { answers: opened.answers, stop: () => controller.abort() };
    // The library asks what kind of operation it is; everything else has been done.
    return { schema: opened.schema, document: opened.prepared.document, operationName: opened.prepared.operation.name?.value, contextValue };
  } catch (error) {
    if (error instanceof RecordsFailure) return [new GraphQLError(error.message, { extensions: { code: error.code, ...error.details } })];
    throw error;
  }
}

interface Running {
  readonly answers: AsyncIterable<string>;
  readonly stop: () => void;
}

/** The answers as results; to return from it ends it at once, also while it waits for the next one. */
function answersOf({ contextValue }: ExecutionArgs): AsyncGenerator<ExecutionResult> {
  const { answers, stop } = contextValue as Running;
  const iterator = answers[Symbol.asyncIterator]();
  const results: AsyncGenerator<ExecutionResult> = {
    next: async () => {
      const { done, value } = await iterator.next();
      return done ? { done: true, value: undefined } : { done: false, value: JSON.parse(value) as ExecutionResult };
    },
    return: async () => {
      stop();
      return { done: true, value: undefined };
    },
    throw: async (error: unknown) => {
      stop();
      throw error;
    },
    [Symbol.asyncIterator]: () => results,
    [Symbol.asyncDispose]: async () => stop(),
  };
  return results;
}
