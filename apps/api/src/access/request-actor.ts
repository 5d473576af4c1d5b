import type { Actor } from './actor.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Undefined for a request that nobody is signed in for. */
    actor?: Actor;
    /** How the actor was found out; undefined together with `actor`. */
    credential?: { readonly kind: 'session' | 'key'; readonly token: string };
  }
}
