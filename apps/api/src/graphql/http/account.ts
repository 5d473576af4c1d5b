import type { FastifyRequest } from 'fastify';
import '../../access/request-actor.js';
import type { Actor } from '../../access/actor.js';

/** Whose rate limit a request counts against: each key has its own, and so has each person at the page. */
export function accountOf({ credential }: Pick<FastifyRequest, 'credential'>, { userId }: Pick<Actor, 'userId'>): string {
  return credential?.kind === 'key' ? `key ${credential.token}` : `user ${userId}`;
}
