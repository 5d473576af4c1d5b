import { generateTypes } from '@guanxi/metadata/types';
import type { FastifyInstance } from 'fastify';
import '../access/request-actor.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { refusals } from '../metadata-api/refusal-wording.js';
import { sendFailure } from '../metadata-api/send-failure.js';
import type { Models } from '../metadata/models.js';

/** `GET /sdk/guanxi.generated.ts`: types of the published objects, as the command line writes them. For people with Setup: every field is in it. */
export function registerTypesRoute(server: FastifyInstance, models: Pick<Models, 'current'>): void {
  server.get('/sdk/guanxi.generated.ts', async ({ actor }, reply) => {
    if (!actor) return sendFailure(reply, new ApiFailure('UNAUTHENTICATED', refusals.signIn));
    if (!actor.access.admin) return sendFailure(reply, new ApiFailure('FORBIDDEN', refusals.setup));
    const { model } = await models.current(actor.org);
    return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store').header('content-disposition', 'attachment; filename="guanxi.generated.ts"').send(await generateTypes(model));
  });
}
