import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import '../../access/request-actor.js';
import type { Actor } from '../../access/actor.js';
import type { Credential } from '../../access/read-credential.js';

/** A request for an operation and the way to answer it, whichever door it came in by. */
export interface Exchange {
  readonly headers: IncomingHttpHeaders;
  readonly requestId: string;
  /** Whether the other side speaks https, itself or through a proxy that is believed. */
  readonly secure: boolean;
  /** Undefined when nobody is signed in. */
  readonly actor: Actor | undefined;
  readonly credential: Credential | undefined;
  /** From here on the answer is written by hand. */
  open(): ServerResponse;
}

export interface FastifyExchange extends Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export function exchangeOf(request: FastifyRequest, reply: FastifyReply, actor = request.actor): FastifyExchange {
  const { headers, id, protocol, credential } = request;
  return {
    request,
    reply,
    headers,
    requestId: id,
    secure: protocol === 'https',
    actor,
    credential,
    open: () => {
      reply.hijack();
      return reply.raw;
    },
  };
}
