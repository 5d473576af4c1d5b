import type { FastifyReply } from 'fastify';
import type { ApiFailure, FailureCode } from './api-failure.js';

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

/** The same shape as in GraphQL, under the HTTP status that fits: `{ errors: [{ message, extensions: { code, … } }] }`. */
export function sendFailure(reply: FastifyReply, failure: ApiFailure): FastifyReply {
  return reply
    .code(statuses[failure.code])
    .header('cache-control', 'no-store')
    .send({ errors: [{ message: failure.message, extensions: failure.extensions }] });
}
