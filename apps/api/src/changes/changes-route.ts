import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { once } from 'node:events';
import type { Actor } from '../access/actor.js';
import { presentFailure, RecordsFailure, type RecordsFailureCode } from '../graphql/failure.js';
import type { ChangeStreams, StreamWish } from './change-streams.js';

const STATUS: Partial<Record<RecordsFailureCode, number>> = { BAD_USER_INPUT: 400, CURSOR_EXPIRED: 410 };
const unauthenticated = new RecordsFailure('UNAUTHENTICATED', 'Sign in, or send an API key as "Authorization: Bearer …".');

interface ChangesRoutePorts {
  readonly actorFor: (request: FastifyRequest) => Actor | undefined;
  readonly streams: Pick<ChangeStreams, 'open'>;
}

/** `GET /changes`: the feed as server-sent events. It goes on from `Last-Event-ID` or `?after=`, from now without either. */
export function registerChangesRoute(server: FastifyInstance, { actorFor, streams }: ChangesRoutePorts): void {
  server.get('/changes', async (request, reply) => {
    const actor = actorFor(request);
    if (!actor) return refuse(reply, 401, unauthenticated);
    const left = new AbortController();
    request.raw.once('close', () => left.abort());
    reply.raw.once('close', () => left.abort());
    try {
      const events = await streams.open(actor, readWish(request), left.signal);
      reply.hijack();
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no', 'x-content-type-options': 'nosniff', 'x-request-id': request.id,
      });
      await send(reply, events, left.signal);
      return reply;
    } catch (error) {
      if (error instanceof RecordsFailure) return refuse(reply, STATUS[error.code] ?? 400, error);
      throw error;
    }
  });
}

async function send(reply: FastifyReply, events: AsyncIterable<string>, left: AbortSignal): Promise<void> {
  try {
    for await (const event of events) {
      if (left.aborted) return;
      // Who reads slowly makes us wait; what they have not read yet stays in the database.
      if (!reply.raw.write(event)) await once(reply.raw, 'drain', { signal: left });
    }
  } catch (error) {
    if (!left.aborted) throw error;
  } finally {
    reply.raw.end();
  }
}

function readWish({ query, headers }: FastifyRequest): StreamWish {
  const { after, objects, ids } = query as Readonly<Record<string, string | undefined>>;
  const given = headers['last-event-id'] ?? after;
  const cursor = Array.isArray(given) ? given[0] : given;
  return { ...(cursor && { after: cursor }), ...(objects && { objects: objects.split(',') }), ...(ids && { ids: new Set(ids.split(',')) }) };
}

function refuse(reply: FastifyReply, status: number, failure: RecordsFailure): FastifyReply {
  return reply.code(status).header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-store').send(presentFailure(failure, false));
}
