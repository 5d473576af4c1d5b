import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import type { Credential } from '../../access/read-credential.js';
import { accountOf } from './account.js';

/** Who opened a stream, and with what: it lives as long as that is good. */
export interface Caller {
  readonly actor: Actor;
  /** Whose rate limit counts. */
  readonly account: string;
  readonly credential: Credential | undefined;
}

export function makeCaller(actor: Actor, credential: Credential | undefined): Caller {
  const known: Pick<FastifyRequest, 'credential'> = credential ? { credential } : {};
  return { actor, account: accountOf(known, actor), credential };
}
