import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendJsonText } from '../../page/security-headers.js';
import { sendCompressed } from '../../page/send-compressed.js';
import { chooseEncoding } from '../../page/choose-encoding.js';
import type { RecordsFailureCode } from '../failure.js';
import { ANSWER_TYPE, JSON_TYPE, type AnswerType } from './media-type.js';

/** Answers of operations begin so when the request itself was refused: there is no "data". */
const REFUSED = '{"errors":';
const WORTH_COMPRESSING = 20_000;

/** Sends the answer to an operation; the status is that of its first error where there is no data. */
export function sendAnswer(request: FastifyRequest, reply: FastifyReply, text: string, type: AnswerType): FastifyReply | Promise<FastifyReply> {
  if (text.startsWith(REFUSED)) return sendRefusal(request, reply, text, type);
  if (text.length < WORTH_COMPRESSING || chooseEncoding(request, ['gzip']) === 'identity') return sendJsonText(request, reply, text, { type });
  return sendCompressed(request, reply.header('cache-control', 'no-store').type(`${type}; charset=utf-8`), text);
}

interface Refusal {
  readonly errors: readonly { readonly extensions?: { readonly code?: RecordsFailureCode; readonly retryAfter?: number } }[];
}

function sendRefusal(request: FastifyRequest, reply: FastifyReply, text: string, type: AnswerType): FastifyReply {
  const { code, retryAfter } = (JSON.parse(text) as Refusal).errors[0]?.extensions ?? {};
  const status = (code && STATUSES[code]) ?? (type === ANSWER_TYPE ? 400 : 200);
  return sendJsonText(request, reply, text, { status, type, headers: headersFor(status, retryAfter) });
}

/** What does not depend on the media type: nothing of the operation was looked at. */
const STATUSES: Readonly<Partial<Record<RecordsFailureCode, number>>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  METHOD_NOT_ALLOWED: 405,
  RATE_LIMITED: 429,
};

/** Sends that a request is none that could be answered. */
export function sendFault(request: FastifyRequest, reply: FastifyReply, text: string, status: number, type: AnswerType = JSON_TYPE): FastifyReply {
  return sendJsonText(request, reply, text, { status, type, headers: headersFor(status) });
}

function headersFor(status: number, retryAfter?: number): Readonly<Record<string, string>> {
  if (status === 401) return { 'www-authenticate': 'Bearer realm="Guanxi"' };
  if (status === 405) return { allow: 'GET, HEAD, POST' };
  return retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
}
