import type { Actor } from '../../access/actor.js';
import { isAccessToken } from '../../identity/keys/access-tokens.js';
import type { Credential } from '../../access/read-credential.js';

/** Whose rate limit a request counts against: each key has its own, and so has each person at the page. */
export function accountOf({ credential }: { readonly credential?: Credential | undefined }, { userId }: Pick<Actor, 'userId'>): string {
  // A client gets another token every hour, and no other allowance with it.
  return credential?.kind === 'key' && !isAccessToken(credential.token) ? `key ${credential.token}` : `user ${userId}`;
}
