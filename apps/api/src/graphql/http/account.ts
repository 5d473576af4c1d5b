import type { Actor } from '../../access/actor.js';
import type { Credential } from '../../access/read-credential.js';

/** Whose rate limit a request counts against: each key has its own, and so has each person at the page. */
export function accountOf({ credential }: { readonly credential?: Credential | undefined }, { userId }: Pick<Actor, 'userId'>): string {
  return credential?.kind === 'key' ? `key ${credential.token}` : `user ${userId}`;
}
