import type { FastifyInstance } from 'fastify';
import { validate as isId } from 'uuid';
import '../access/request-actor.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { refusals } from '../metadata-api/refusal-wording.js';
import { sendFailure } from '../metadata-api/send-failure.js';
import type { FileAccess } from './file-access.js';
import type { FileStore } from './file-store.js';
import { fileRefusals } from './file-wording.js';
import { receiveFile, type Receiving } from './receive-file.js';
import { sendContent } from './send-content.js';

export interface FilePorts extends Receiving {
  readonly store: FileStore;
  readonly access: FileAccess;
}

/** `POST /files` (multipart, one file) answers `{ id, name, contentType, size }`; `GET /files/<id>` gives the content. */
export function registerFileRoutes(server: FastifyInstance, { store, access, ...receiving }: FilePorts): void {
  server.post('/files', async (request, reply) => {
    const { actor } = request;
    if (!actor) return sendFailure(reply, new ApiFailure('UNAUTHENTICATED', refusals.signIn));
    try {
      const { id, name, contentType, size } = await receiveFile(request, receiving, ({ path, name }) =>
        store.keep(actor.org, { path, name, userId: actor.userId }, (_, file) => Promise.resolve(file)));
      return await reply.code(201).header('cache-control', 'no-store').send({ id, name, contentType, size });
    } catch (failure) {
      if (failure instanceof ApiFailure) return sendFailure(reply, failure);
      throw failure;
    }
  });

  // Whether there is no such file or it is not this person's to read is not told apart.
  server.get<{ Params: { id: string } }>('/files/:id', async (request, reply) => {
    const { actor, params: { id } } = request;
    if (!actor) return sendFailure(reply, new ApiFailure('UNAUTHENTICATED', refusals.signIn));
    const file = isId(id) ? await store.find(actor.org, id) : undefined;
    if (!file || !(await access.mayRead(actor, file))) return sendFailure(reply, new ApiFailure('NOT_FOUND', fileRefusals.unknown));
    return sendContent(request, reply, { store, org: actor.org, file });
  });
}
