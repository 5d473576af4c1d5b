import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.js';

/** `GET /metrics` for whoever has the installation's token; where none is set, there is no such address. */
export function registerMetricsRoute(server: FastifyInstance, metrics: Metrics, token: string | undefined): void {
  if (token === undefined) return;
  const expected = digest(`Bearer ${token}`);
  server.get('/metrics', async ({ headers }, reply) => {
    if (!timingSafeEqual(digest(headers.authorization ?? ''), expected)) return reply.code(401).header('www-authenticate', 'Bearer').send();
    return reply.type(metrics.contentType).header('cache-control', 'no-store').send(await metrics.write());
  });
}

/** Of equal length, as the comparison asks. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
