import { askedLocale } from '../metadata-api/request-locale.js';
import type { Actor } from './actor.js';
import type { Actors } from './actors.js';
import type { Asking, Credential } from './read-credential.js';

/** Who stands behind what a request carries, speaking the language it asks for. Undefined for nobody who is known. */
export async function findActor({ headers, ip }: Asking, { kind, token }: Credential, actors: Actors): Promise<Actor | undefined> {
  if (kind === 'session') return actors.forSession(token);
  // A program speaks for people of any language; a person's page speaks theirs.
  const actor = await actors.forKey(token, ip);
  return actor && speaking(actor, askedLocale(headers));
}

function speaking(actor: Actor, locale = actor.locale): Actor {
  return locale === actor.locale ? actor : { ...actor, locale };
}
