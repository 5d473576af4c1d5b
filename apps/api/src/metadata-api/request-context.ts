import type { FastifyReply, FastifyRequest } from 'fastify';
import '../access/request-actor.js';

/** What resolvers of /metadata get as their GraphQL context. */
export interface RequestContext {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}
