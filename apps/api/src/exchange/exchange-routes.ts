import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';
import '../access/request-actor.js';
import type { RecordsPorts } from '../graphql/run/answer-operation.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { refusals } from '../metadata-api/refusal-wording.js';
import { sendFailure } from '../metadata-api/send-failure.js';
import { exportRecords, type ExportWish } from './export-records.js';
import { exportFaults, fileFaults, importFaults } from './imports/import-wording.js';
import type { Imports } from './imports/imports.js';
import { readBeginning, UnreadableFile } from './imports/read-rows.js';
import type { Uploads } from './imports/uploads.js';

const LARGEST_FILE = 1024 ** 3;

export interface ExchangePorts {
  readonly uploads: Uploads;
  readonly imports: Imports;
  readonly records: RecordsPorts;
}

/** Files in and out, which do not go through GraphQL: `POST /import/upload`, `GET /import/<id>/rejected.csv` and `GET /export/<object>.csv`. */
export async function registerExchangeRoutes(server: FastifyInstance, { uploads, imports, records }: ExchangePorts): Promise<void> {
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

  server.get<{ Params: { object: string }; Querystring: ExportQuery }>('/export/:object.csv', async (request, reply) => {
    const { actor } = request;
    if (!actor) return sendFailure(reply, new ApiFailure('UNAUTHENTICATED', refusals.signIn));
    return sendExport(request.params.object, request.query, actor, reply, records);
  });
}

interface ExportQuery {
  /** Names with commas between them. */
  readonly fields?: string;
  /** JSON as the API takes it. */
  readonly where?: string;
  readonly orderBy?: string;
}

async function sendExport(object: string, query: ExportQuery, actor: Actor, reply: FastifyReply, records: RecordsPorts): Promise<unknown> {
  const fields = query.fields?.split(',').map((name) => name.trim()).filter((name) => name !== '');
  let wish: ExportWish;
  try {
    wish = { object, ...(fields && fields.length > 0 && { fields }), where: readJson(query.where), orderBy: readJson(query.orderBy) };
  } catch {
    return sendFailure(reply, new ApiFailure('BAD_REQUEST', exportFaults.noJson));
  }
  const found = await exportRecords(wish, actor, records);
  if (!found.ok) return sendFailure(reply, found.failure);
  reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${object}.csv"`).header('cache-control', 'no-store');
  return reply.send(Readable.from(found.lines));
}

function readJson(text: string | undefined): unknown {
  return text === undefined || text === '' ? undefined : JSON.parse(text);
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
