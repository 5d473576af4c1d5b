import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { v7 as makeId, validate as isId } from 'uuid';
import type { Actor } from '../access/actor.js';
import '../access/request-actor.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { refusals } from '../metadata-api/refusal-wording.js';
import { sendFailure } from '../metadata-api/send-failure.js';
import { mayBeDrawn } from './content-type.js';
import type { FileAccess } from './file-access.js';
import { cleanFileName, contentDisposition } from './file-name.js';
import type { FileStore } from './file-store.js';
import { fileRefusals } from './file-wording.js';

export interface FilePorts {
  readonly store: FileStore;
  readonly access: FileAccess;
  readonly dataFolder: string;
  /** Megabytes that one file may have. */
  readonly maxFileSize: number;
}

const MEGABYTE = 1024 * 1024;

/** `POST /files` (multipart, one file) answers `{ id, name, contentType, size }`; `GET /files/<id>` gives the content. */
export function registerFileRoutes(server: FastifyInstance, ports: FilePorts): void {
  server.post('/files', async (request, reply) => {
    const { actor } = request;
    if (!actor) return sendFailure(reply, new ApiFailure('UNAUTHENTICATED', refusals.signIn));
    return takeIn(request, reply, actor, ports);
  });

  server.get<{ Params: { id: string } }>('/files/:id', async (request, reply) => {
    const { actor } = request;
    if (!actor) return sendFailure(reply, new ApiFailure('UNAUTHENTICATED', refusals.signIn));
    return give(request, reply, actor, ports);
  });
}

/** The file lies on this machine until it is whole, so that a slow sender holds no connection to the database. */
async function takeIn(request: FastifyRequest, reply: FastifyReply, actor: Actor, { store, dataFolder, maxFileSize }: FilePorts): Promise<unknown> {
  const part = request.isMultipart() ? await request.file({ limits: { fileSize: maxFileSize * MEGABYTE } }) : undefined;
  if (!part) return sendFailure(reply, new ApiFailure('BAD_REQUEST', fileRefusals.none));
  const name = cleanFileName(part.filename);
  const folder = join(dataFolder, 'uploads');
  const path = join(folder, `${makeId()}.part`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
    if (part.file.truncated) return await sendFailure(reply, new ApiFailure('BAD_REQUEST', { ...fileRefusals.tooLarge, words: { limit: String(maxFileSize) } }));
    if (name === undefined) return await sendFailure(reply, new ApiFailure('BAD_REQUEST', fileRefusals.name));
    if ((await stat(path)).size === 0) return await sendFailure(reply, new ApiFailure('BAD_REQUEST', fileRefusals.empty));
    const { id, contentType, size } = await store.keep(actor.org, { path, name, userId: actor.userId });
    return await reply.code(201).header('cache-control', 'no-store').send({ id, name, contentType, size });
  } finally {
    await rm(path, { force: true });
  }
}

/** Whether there is no such file or it is not this person's to read is not told apart. */
async function give(request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply, actor: Actor, { store, access }: FilePorts): Promise<unknown> {
  const { id } = request.params;
  const file = isId(id) ? await store.find(actor.org, id) : undefined;
  if (!file || !(await access.mayRead(actor, file))) return sendFailure(reply, new ApiFailure('NOT_FOUND', fileRefusals.unknown));
  const tag = `"${file.sha256}"`;
  reply.headers({ etag: tag, 'cache-control': 'private, no-cache', 'content-security-policy': "default-src 'none'; sandbox" });
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  return reply
    .type(file.contentType)
    .headers({ 'content-length': file.size, 'content-disposition': contentDisposition(file.name, mayBeDrawn(file.contentType) ? 'inline' : 'attachment') })
    .send(Readable.from(store.read(actor.org, file.id), { objectMode: false }));
}
