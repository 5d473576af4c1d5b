import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import '../access/request-actor.js';
import { mayUseSetup, setupRefusal } from '../access/setup-rights.js';
import { contentDisposition } from '../files/file-name.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { refusals } from '../metadata-api/refusal-wording.js';
import { sendFailure } from '../metadata-api/send-failure.js';
import type { PersonArchives } from './person-archives.js';

/** `GET /privacy/requests/<id>/copy.zip?language=en`: everything that is kept of the person of a request. */
export function registerPrivacyRoutes(server: FastifyInstance, archives: Pick<PersonArchives, 'make'>): void {
  server.get<{ Params: { id: string }; Querystring: { language?: string } }>('/privacy/requests/:id/copy.zip', async ({ actor, params, query }, reply) => {
    if (!actor) return sendFailure(reply, new ApiFailure('UNAUTHENTICATED', refusals.signIn));
    if (!mayUseSetup(actor.access, ['privacy'])) return sendFailure(reply, setupRefusal(['privacy']));
    const language = ['en', 'zh-TW', 'zh-CN'].find((one) => one === query.language) ?? actor.locale;
    try {
      const { fileName, pieces } = await archives.make(actor, params.id, language);
      return await reply.type('application/zip').headers({ 'content-disposition': contentDisposition(fileName, 'attachment'), 'cache-control': 'no-store' }).send(Readable.from(pieces, { objectMode: false }));
    } catch (failure) {
      if (failure instanceof ApiFailure) return sendFailure(reply, failure);
      throw failure;
    }
  });
}
