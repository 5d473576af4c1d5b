import type { FastifyInstance } from 'fastify';
import type { IncomingCalls } from './incoming-calls.js';

const MOST_BYTES = 256 * 1024;

/** `POST /hooks/<token>`: a signed call of Standard Webhooks, JSON of at most 256 kB. The signature is over the bytes as they came. */
export async function registerHookRoute(server: FastifyInstance, calls: IncomingCalls): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: MOST_BYTES }, (_request, body, done) => done(null, body));
    scope.post<{ Params: { token: string } }>('/hooks/:token', async (request, reply) => {
      const { status, body } = await calls.take(request.params.token, request.headers, typeof request.body === 'string' ? request.body : '', request.ip);
      if (status === 429) void reply.header('retry-after', String(body['retryAfter'] ?? 60));
      return reply.code(status).header('cache-control', 'no-store').send(body);
    });
  });
}
