import type { FastifyReply } from 'fastify';
import type { ApiFailure, FailureCode } from './api-failure.js';
import { requestLocale } from './request-locale.js';

const statuses: Readonly<Record<FailureCode, number>> = {
  BAD_REQUEST: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  VALIDATION_FAILED: 422,
  TOO_COSTLY: 422,
  RATE_LIMITED: 429,
  INTERNAL: 500,
};

/** For plain HTTP: `{ code, message, … }`, the extensions of the GraphQL error beside its message. */
export function sendFailure(reply: FastifyReply, failure: ApiFailure): FastifyReply {
  const { message, extensions } = failure.tell(requestLocale(reply.request));
  return reply
    .code(statuses[failure.code])
    .header('cache-control', 'no-store')
    .send({ ...extensions, message });
}
