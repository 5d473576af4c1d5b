import { federationFaults } from '../federation/federation-wording.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { askedLocale } from '../metadata-api/request-locale.js';
import type { Actor } from './actor.js';
import type { Actors } from './actors.js';
import type { Asking, Credential } from './read-credential.js';

/** Who stands behind what a request carries, speaking the language it asks for. Undefined for nobody who is known; throws `FORBIDDEN` for somebody from outside the networks of their org. */
export async function findActor(asking: Asking, credential: Credential, actors: Actors): Promise<Actor | undefined> {
  const actor = await findAnywhere(asking, credential, actors);
  if (!actor || asking.ip === undefined || (await actors.admits(actor, asking.ip))) return actor;
  throw new ApiFailure('FORBIDDEN', { ...federationFaults.outside, words: { address: asking.ip } });
}

async function findAnywhere({ headers, ip }: Asking, { kind, token }: Credential, actors: Actors): Promise<Actor | undefined> {
  if (kind === 'session') return actors.forSession(token);
  // A program speaks for people of any language; a person's page speaks theirs.
  const actor = await actors.forKey(token, ip);
  return actor && speaking(actor, askedLocale(headers));
}

function speaking(actor: Actor, locale = actor.locale): Actor {
  return locale === actor.locale ? actor : { ...actor, locale };
}
