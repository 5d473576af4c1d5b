import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';
import '../access/request-actor.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { refusals } from '../metadata-api/refusal-wording.js';
import { sendFailure } from '../metadata-api/send-failure.js';
import { fileFaults, importFaults } from './import-wording.js';
import type { Imports } from './imports.js';
import { readBeginning, UnreadableFile } from './read-rows.js';
import type { Uploads } from './uploads.js';

const LARGEST_FILE = 1024 ** 3;

/** Files in and out, which do not go through GraphQL: `POST /import/upload` and `GET /import/<id>/rejected.csv`. */
export async function registerExchangeRoutes(server: FastifyInstance, { uploads, imports }: { uploads: Uploads; imports: Imports }): Promise<void> {
  await server.register(multipart, { limits: { files: 1, fileSize: LARGEST_FILE } });

  server.post('/import/upload', async (request, reply) => {
    const { actor } = request;
    if (!actor) return sendFailure(reply, new ApiFailure('UNAUTHENTICATED', refusals.signIn));
    return takeIn(request, reply, actor, uploads);
  });

  server.get<{ Params: { id: string } }>('/import/:id/rejected.csv', async (request, reply) => {
    const { actor } = request;
    if (!actor) return sendFailure(reply, new ApiFailure('UNAUTHENTICATED', refusals.signIn));
    const found = await imports.find(actor, request.params.id);
    const path = found && uploads.rejectedPath(found.id);
    if (!path || !(await exists(path))) return sendFailure(reply, new ApiFailure('NOT_FOUND', importFaults.noRejected));
    return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="rejected.csv"').send(createReadStream(path));
  });
}

async function takeIn(request: FastifyRequest, reply: FastifyReply, actor: Actor, uploads: Uploads): Promise<unknown> {
  if (!request.isMultipart()) return sendFailure(reply, new ApiFailure('BAD_REQUEST', 'Send the file as multipart/form-data.'));
  const part = await request.file();
  if (!part) return sendFailure(reply, new ApiFailure('BAD_REQUEST', 'There is no file in the request.'));
  const upload = await uploads.keep(Readable.from(part.file), { orgId: actor.org.id, userId: actor.userId, fileName: part.filename });
  if (part.file.truncated) {
    await uploads.remove(upload.id);
    return sendFailure(reply, new ApiFailure('BAD_REQUEST', fileFaults.tooLarge));
  }
  try {
    const { columns, sample, delimiter } = await readBeginning(uploads.path(upload.id));
    return await reply.send({ id: upload.id, fileName: upload.fileName, bytes: upload.bytes, delimiter, columns, sample });
  } catch (failure) {
    await uploads.remove(upload.id);
    if (failure instanceof UnreadableFile) return sendFailure(reply, new ApiFailure('VALIDATION_FAILED', failure.sentence));
    throw failure;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
