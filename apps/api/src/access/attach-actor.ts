import type { FastifyInstance } from 'fastify';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { sendFailure } from '../metadata-api/send-failure.js';
import type { Actors } from './actors.js';
import { findActor } from './find-actor.js';
import { mayBeForged, readCredential } from './read-credential.js';
import './request-actor.js';

/** Where nobody has to be known: the page's files, calls and clients that prove themselves who they are, and the probes. */
const WITHOUT_ACTOR = /^\/(?:assets\/|hooks\/|scim\/|oauth\/|\.well-known\/|healthz|readyz|metrics)/;

/** Finds out for each request who sends it, before any route sees it. */
export function attachActor(server: FastifyInstance, actors: Actors): void {
  server.decorateRequest('actor', undefined);
  server.decorateRequest('credential', undefined);
  server.addHook('onRequest', async (request, reply) => {
    if (WITHOUT_ACTOR.test(request.url)) return;
    const credential = readCredential(request, request.protocol === 'https');
    if (mayBeForged(request, credential)) {
      return sendFailure(reply, new ApiFailure('FORBIDDEN', 'Requests with a session cookie need the header "x-guanxi-request: 1".'));
    }
    if (!credential) return;
    try {
      request.actor = await findActor(request, credential, actors);
    } catch (error) {
      if (error instanceof ApiFailure) return sendFailure(reply, error);
      throw error;
    }
    if (request.actor) request.credential = credential;
  });
}
