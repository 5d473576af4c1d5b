import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiFailure } from '../metadata-api/api-failure.js';
import type { SignInResult } from './sign-in.js';
import { setSessionCookies } from './sign-in-place.js';

/** What a page has to ask for before there is a session. */
export interface NextStep {
  readonly next: 'factor' | 'enrol';
  readonly ticket: string;
  readonly factors: readonly string[];
}

/** 204 and the cookies of the session, or 200 and the step that is missing. */
export function answerSignIn(request: FastifyRequest, reply: FastifyReply, result: SignInResult): NextStep | undefined {
  if ('step' in result) {
    reply.code(200).header('cache-control', 'no-store');
    return { next: result.step, ticket: result.ticket, factors: result.factors };
  }
  setSessionCookies(request, reply, result.session);
  reply.code(204);
  return undefined;
}

/** Where there were too many attempts, the header says how long to wait. */
export async function tellWait<T>(reply: FastifyReply, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ApiFailure && error.code === 'RATE_LIMITED') reply.header('retry-after', String(error.extensions['retryAfter']));
    throw error;
  }
}
