import type { FastifyInstance } from 'fastify';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { askedLocale } from '../metadata-api/request-locale.js';
import { sendFailure } from '../metadata-api/send-failure.js';
import type { Actor } from './actor.js';
import type { Actors } from './actors.js';
import { mayBeForged, readCredential } from './read-credential.js';
import './request-actor.js';

/** Where nobody has to be known: the page's files and the probes. */
const WITHOUT_ACTOR = /^\/(?:assets\/|healthz|readyz)/;

/** Finds out for each request who sends it, before any route sees it. */
export function attachActor(server: FastifyInstance, actors: Actors): void {
  server.decorateRequest('actor', undefined);
  server.decorateRequest('credential', undefined);
  server.addHook('onRequest', async (request, reply) => {
    if (WITHOUT_ACTOR.test(request.url)) return;
    const credential = readCredential(request);
    if (mayBeForged(request, credential)) {
      return sendFailure(reply, new ApiFailure('FORBIDDEN', 'Requests with a session cookie need the header "x-guanxi-request: 1".'));
    }
    if (!credential) return;
    const actor = credential.kind === 'key' ? await actors.forKey(credential.token) : await actors.forSession(credential.token);
    // A program speaks for people of any language; a person's page speaks theirs.
    request.actor = actor && credential.kind === 'key' ? speaking(actor, askedLocale(request.headers)) : actor;
    if (request.actor) request.credential = credential;
  });
}

function speaking(actor: Actor, locale = actor.locale): Actor {
  return locale === actor.locale ? actor : { ...actor, locale };
}
