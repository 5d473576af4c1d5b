import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import '../../access/request-actor.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { refusals } from '../../metadata-api/refusal-wording.js';
import { sendFailure } from '../../metadata-api/send-failure.js';
import type { Models } from '../../metadata/models.js';
import { fileFormats } from '../formats/file-format.js';
import { encodings } from '../formats/text/find-encoding.js';
import type { ReadingWish } from '../formats/reader.js';
import { fileFaults, UnreadableFile } from '../formats/unreadable-file.js';
import { importFaults } from './import-wording.js';
import type { Imports } from './imports.js';
import { makeSampleFile } from './make-sample-file.js';
import { clip } from './tellable-problem.js';
import type { Upload, Uploads } from './uploads.js';

const LARGEST_FILE = 1024 ** 3;
/** Characters of a cell. */
const LONGEST_SHOWN = 500;

export interface ImportPorts {
  readonly uploads: Uploads;
  readonly imports: Imports;
  readonly models: Pick<Models, 'current'>;
}

/**
 * Files on their way in, which do not go through GraphQL: `POST /import/upload`, `GET /import/upload/<id>` (the same file read
 * another way), `GET /import/<id>/rejected` and `GET /import/sample/<object>.csv`.
 */
export async function registerImportRoutes(server: FastifyInstance, { uploads, imports, models }: ImportPorts): Promise<void> {
  await server.register(multipart, { limits: { files: 1, fileSize: LARGEST_FILE } });

  server.post('/import/upload', async (request, reply) => {
    const { actor } = request;
    if (!actor) return sendFailure(reply, new ApiFailure('UNAUTHENTICATED', refusals.signIn));
    return takeIn(request, reply, actor, uploads);
  });

  server.get<{ Params: { id: string }; Querystring: ReadingWish }>('/import/upload/:id', async (request, reply) => {
    const { actor } = request;
    if (!actor) return sendFailure(reply, new ApiFailure('UNAUTHENTICATED', refusals.signIn));
    const upload = await uploads.find(request.params.id, actor.org.id);
    if (!upload || upload.userId !== actor.userId) return sendFailure(reply, new ApiFailure('NOT_FOUND', importFaults.noUpload));
    return tellBeginning(upload, cleanWish(request.query), reply, uploads);
  });

  server.get<{ Params: { id: string } }>('/import/:id/rejected', async (request, reply) => {
    const { actor } = request;
    if (!actor) return sendFailure(reply, new ApiFailure('UNAUTHENTICATED', refusals.signIn));
    const found = await imports.find(actor, request.params.id);
    const upload = found && (await uploads.find(found.uploadId, actor.org.id));
    const path = found && uploads.rejectedPath(found.id);
    if (!upload || !path || !(await exists(path))) return sendFailure(reply, new ApiFailure('NOT_FOUND', importFaults.noRejected));
    const encoding = found.form?.encoding ?? 'utf-8';
    const type = fileFormats[upload.kind].contentType.replace('utf-8', encoding);
    return reply.type(type).header('content-disposition', `attachment; filename="rejected.${upload.kind}"`).send(createReadStream(path));
  });

  server.get<{ Params: { object: string } }>('/import/sample/:object.csv', async (request, reply) => {
    const { actor } = request;
    if (!actor) return sendFailure(reply, new ApiFailure('UNAUTHENTICATED', refusals.signIn));
    const { model } = await models.current(actor.org);
    const object = model.objectByName.get(request.params.object);
    if (!object || !actor.access.objects.get(object.name)?.import) return sendFailure(reply, new ApiFailure('NOT_FOUND', { ...importFaults.mayNot, words: { object: request.params.object } }));
    return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${object.name}.csv"`).send(makeSampleFile(object, actor));
  });
}

/** What is said wrongly is not said. */
function cleanWish({ encoding, delimiter, sheet }: ReadingWish): ReadingWish {
  const known = encodings.find((one) => one === encoding?.toLowerCase());
  return { ...(known && { encoding: known }), ...(delimiter?.length === 1 && { delimiter }), ...(sheet && { sheet }) };
}

async function takeIn(request: FastifyRequest, reply: FastifyReply, actor: Actor, uploads: Uploads): Promise<unknown> {
  if (!request.isMultipart()) return sendFailure(reply, new ApiFailure('BAD_REQUEST', 'Send the file as multipart/form-data.'));
  const part = await request.file();
  if (!part) return sendFailure(reply, new ApiFailure('BAD_REQUEST', 'There is no file in the request.'));
  try {
    const upload = await uploads.keep(Readable.from(part.file), { orgId: actor.org.id, userId: actor.userId, fileName: part.filename });
    if (part.file.truncated) {
      await uploads.remove(upload.id);
      return await sendFailure(reply, new ApiFailure('BAD_REQUEST', fileFaults.tooLarge));
    }
    return await tellBeginning(upload, {}, reply, uploads, true);
  } catch (failure) {
    if (failure instanceof UnreadableFile) return sendFailure(reply, new ApiFailure('VALIDATION_FAILED', failure.sentence));
    throw failure;
  }
}

async function tellBeginning(upload: Upload, wish: ReadingWish, reply: FastifyReply, uploads: Uploads, isNew = false): Promise<unknown> {
  const { id, fileName, bytes, kind } = upload;
  try {
    const beginning = await uploads.readBeginning(upload, wish);
    const sample = beginning.sample.map((cells) => cells.map((cell) => (typeof cell === 'string' ? clip(cell, LONGEST_SHOWN) : cell)));
    return await reply.send({ id, fileName, bytes, kind, ...beginning, sample });
  } catch (failure) {
    if (!(failure instanceof UnreadableFile)) throw failure;
    if (isNew) await uploads.remove(id);
    return sendFailure(reply, new ApiFailure('VALIDATION_FAILED', failure.sentence));
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
