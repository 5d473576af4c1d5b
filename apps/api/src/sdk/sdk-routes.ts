import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { generateTypes } from '@guanxi/metadata/types';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';
import '../access/request-actor.js';
import { mayUseSetup, setupRefusal } from '../access/setup-rights.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { refusals } from '../metadata-api/refusal-wording.js';
import { sendFailure } from '../metadata-api/send-failure.js';
import type { Models } from '../metadata/models.js';
import { readClient } from './read-client.js';
import { makeSdkFiles } from './sdk-files.js';
import { writeTar } from './write-tar.js';

const pack = promisify(gzip);

/**
 * For people with the area `connections` of Setup, as every field is in them: `GET /sdk/guanxi-sdk.tgz`, a package with the client and the types of the
 * published objects; `GET /sdk/guanxi.generated.ts`, the types alone, as the command line writes them.
 */
export function registerSdkRoutes(server: FastifyInstance, models: Pick<Models, 'current'>): void {
  const serve = (file: string, type: string, make: (actor: Actor, request: FastifyRequest) => Promise<string | Buffer>) =>
    server.get(`/sdk/${file}`, async (request, reply: FastifyReply) => {
      const { actor } = request;
      if (!actor) return sendFailure(reply, new ApiFailure('UNAUTHENTICATED', refusals.signIn));
      if (!mayUseSetup(actor.access, ['connections'])) return sendFailure(reply, setupRefusal(['connections']));
      return reply.type(type).header('cache-control', 'no-store').header('content-disposition', `attachment; filename="${file}"`).send(await make(actor, request));
    });

  serve('guanxi.generated.ts', 'text/plain; charset=utf-8', async ({ org }) => generateTypes((await models.current(org)).model));
  serve('guanxi-sdk.tgz', 'application/gzip', async ({ org }, { protocol, host }) => {
    const { model, revision } = await models.current(org);
    return pack(writeTar(await makeSdkFiles({ model, revision, origin: `${protocol}://${host}`, client: await readClient() })));
  });
}
