import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TLSSocket } from 'node:tls';
import type { FastifyError, FastifyInstance } from 'fastify';
import type { Actors } from '../../access/actors.js';
import { findActor } from '../../access/find-actor.js';
import { addressOf } from '../../access/request-address.js';
import { mayBeForged, readCredential, type Credential } from '../../access/read-credential.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { askedLocale } from '../../metadata-api/request-locale.js';
import { badInput, RecordsFailure } from '../failure.js';
import type { Exchange } from './exchange.js';
import { readOperation } from './read-operation.js';
import { EVERYTHING, sendError, serve, type OperationsEndpoint } from './serve-operations.js';

/** True when it has taken the request; otherwise the request is as it was. */
export type TakeRequest = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface QuickDoorPorts {
  readonly actors: Actors;
  readonly endpoint: OperationsEndpoint<Exchange>;
  /** Hops of reverse proxies in front whose headers are believed. */
  readonly trustedProxies: number;
}

/**
 * The way past the framework for the plainest request there is: an operation as JSON of known length, by POST, from somebody with
 * a key or from our own page. It means the same as at the framework's route, which takes every other one.
 */
export function openQuickDoor(server: FastifyInstance, ports: QuickDoorPorts): TakeRequest {
  const { path, bodyLimit } = ports.endpoint;
  const parse = server.getDefaultJsonParser('error', 'error');
  let closing = false;
  server.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  const parseText = (text: string): unknown => {
    let read: { readonly error: Error | null; readonly value?: unknown } | undefined;
    // It calls back at once.
    void parse(undefined as never, text, (error, value?: unknown) => (read = { error, value }));
    if (!read || read.error) throw NOT_JSON;
    return read.value;
  };
  return (request, response) => {
    if (request.method !== 'POST' || request.url !== path || closing) return false;
    const type = request.headers['content-type'];
    if (type !== 'application/json' && type !== 'application/json; charset=utf-8') return false;
    if (!(Number(request.headers['content-length']) <= bodyLimit)) return false;
    const credential = readCredential(request, isSecure(request, ports.trustedProxies));
    if (!credential || mayBeForged(request, credential)) return false;
    void pass(request, response, credential, parseText, ports);
    return true;
  };
}

const NOT_JSON = Object.assign(badInput('The body is not JSON.'), { statusCode: 400 });
const NOT_UTF8 = Object.assign(badInput('The body is not UTF-8.'), { statusCode: 400 });

async function pass(request: IncomingMessage, response: ServerResponse, credential: Credential, parse: (text: string) => unknown, { actors, endpoint, trustedProxies }: QuickDoorPorts): Promise<void> {
  const nobody: Exchange = { headers: request.headers, requestId: randomUUID(), secure: isSecure(request, trustedProxies), actor: undefined, credential: undefined, open: () => response };
  try {
    const bytes = await readBytes(request);
    if (!bytes) return;
    const actor = await findActor({ headers: request.headers, ip: addressOf(request, trustedProxies) }, credential, actors);
    const exchange = actor ? { ...nobody, actor, credential } : nobody;
    if (!isUtf8(bytes)) throw NOT_UTF8;
    const body = parse(bytes.toString());
    await serve(endpoint, exchange, EVERYTHING, () => readOperation(body));
  } catch (error) {
    if (response.headersSent) response.destroy();
    else sendError(error instanceof ApiFailure ? refusal(error, request) : (error as FastifyError), endpoint, nobody);
  }
}

/** Somebody from outside the networks of their org, told as the framework's route tells it. */
function refusal(failure: ApiFailure, { headers }: IncomingMessage): FastifyError {
  const { message } = failure.tell(askedLocale(headers) ?? 'en');
  return Object.assign(new RecordsFailure('FORBIDDEN', message), { statusCode: 403, code: 'FORBIDDEN' as const });
}

/** Undefined when the other side has gone away meanwhile. */
function readBytes(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => resolve(pieces.length === 1 ? pieces[0] : Buffer.concat(pieces)));
    request.on('error', () => resolve(undefined));
    request.on('close', () => resolve(undefined));
  });
}

function isSecure({ headers, socket }: IncomingMessage, trustedProxies: number): boolean {
  const forwarded = trustedProxies > 0 ? headers['x-forwarded-proto'] : undefined;
  if (forwarded === undefined) return 'encrypted' in socket && (socket as TLSSocket).encrypted;
  return String(forwarded).split(',').at(-1)?.trim() === 'https';
}
