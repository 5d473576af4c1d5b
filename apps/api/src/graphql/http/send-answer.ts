import type { ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { rowMemory } from '../../database/row-memory.js';
import { chooseEncoding } from '../../page/choose-encoding.js';
import { jsonHeaders } from '../../page/security-headers.js';
import type { RecordsFailureCode } from '../failure.js';
import { bytesOf, type JsonAnswer, type LongJson } from '../run/json-pieces.js';
import type { Exchange } from './exchange.js';
import { ANSWER_TYPE, JSON_TYPE, type AnswerType } from './media-type.js';

const compress = promisify(gzip);

/** Answers of operations begin so when the request itself was refused: there is no "data". */
const REFUSED = '{"errors":';
const WORTH_COMPRESSING = 20_000;

/** Sends the answer to an operation; the status is that of its first error where there is no data. */
export async function sendAnswer(exchange: Exchange, text: JsonAnswer, type: AnswerType): Promise<void> {
  if (typeof text === 'string' && text.startsWith(REFUSED)) return sendRefusal(exchange, text, type);
  if (text.length < WORTH_COMPRESSING) return send(exchange, text, type);
  if (chooseEncoding(exchange, ['gzip']) === 'identity') return send(exchange, text, type, 200, VARIES);
  return send(exchange, await compress(typeof text === 'string' ? text : bytesOf(text), { level: 4 }), type, 200, ZIPPED);
}

const VARIES = { vary: 'accept-encoding' };
const ZIPPED = { ...VARIES, 'content-encoding': 'gzip' };

interface Refusal {
  readonly errors: readonly { readonly extensions?: { readonly code?: RecordsFailureCode; readonly retryAfter?: number } }[];
}

function sendRefusal(exchange: Exchange, text: string, type: AnswerType): void {
  const { code, retryAfter } = (JSON.parse(text) as Refusal).errors[0]?.extensions ?? {};
  const status = (code && STATUSES[code]) ?? (type === ANSWER_TYPE ? 400 : 200);
  send(exchange, text, type, status, headersFor(status, retryAfter));
}

/** What does not depend on the media type: nothing of the operation was looked at. */
const STATUSES: Readonly<Partial<Record<RecordsFailureCode, number>>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  METHOD_NOT_ALLOWED: 405,
  RATE_LIMITED: 429,
};

/** Sends that a request is none that could be answered. */
export function sendFault(exchange: Exchange, text: string, status: number, type: AnswerType = JSON_TYPE): void {
  send(exchange, text, type, status, headersFor(status));
}

function headersFor(status: number, retryAfter?: number): Readonly<Record<string, string>> {
  if (status === 401) return { 'www-authenticate': 'Bearer realm="Guanxi"' };
  if (status === 405) return { allow: 'GET, HEAD, POST' };
  return retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
}

/** Past the framework's header handling and hooks, which cost a small answer a tenth of its time, with the headers of every other answer. */
function send(exchange: Exchange, body: JsonAnswer | Buffer, type: AnswerType, status = 200, headers?: Readonly<Record<string, string>>): void {
  const response = exchange.open();
  const usual = jsonHeaders(exchange.secure);
  const typed = type === JSON_TYPE ? usual : { ...usual, 'content-type': `${type}; charset=utf-8` };
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  response.writeHead(status, { ...typed, ...headers, 'x-request-id': exchange.requestId, 'content-length': length });
  if (typeof body === 'string' || Buffer.isBuffer(body)) response.end(body);
  else endWith(response, body);
}

/** What is written within one turn of the event loop goes to the system at once. */
function endWith(response: ServerResponse, { pieces }: LongJson): void {
  for (const piece of pieces) response.write(piece);
  response.end((error?: Error | null) => {
    // Where the other side has gone away, something may still hold them.
    if (error || !response.writableFinished) return;
    for (const piece of pieces) if (typeof piece !== 'string') rowMemory.giveBack(piece);
  });
}
