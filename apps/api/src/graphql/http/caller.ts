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
  return { actor, account: accountOf({ credential }, actor), credential };
}
