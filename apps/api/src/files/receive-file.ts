import { createWriteStream } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { v7 as makeId } from 'uuid';
import { ApiFailure, InputFailure } from '../metadata-api/api-failure.js';
import { checkContent } from './check-content.js';
import { cleanFileName } from './file-name.js';
import { fileRefusals } from './file-wording.js';

export interface Receiving {
  readonly dataFolder: string;
  /** Megabytes that one file may have. */
  readonly maxFileSize: number;
}

const MEGABYTE = 1024 * 1024;
const BEGINNING_BYTES = 4096;

/**
 * Takes the one file of a multipart request in and gives it to `use`; throws `ApiFailure` for what is not taken. The file
 * lies on this machine until it is whole, so that a slow sender holds no connection to the database.
 */
export async function receiveFile<T>(request: FastifyRequest, { dataFolder, maxFileSize }: Receiving, use: (file: { readonly path: string; readonly name: string }) => Promise<T>): Promise<T> {
  const part = request.isMultipart() ? await request.file({ limits: { fileSize: maxFileSize * MEGABYTE } }) : undefined;
  if (!part) throw new ApiFailure('BAD_REQUEST', fileRefusals.none);
  const name = cleanFileName(part.filename);
  const folder = join(dataFolder, 'uploads');
  const path = join(folder, `${makeId()}.part`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
    if (part.file.truncated) throw new ApiFailure('BAD_REQUEST', { ...fileRefusals.tooLarge, words: { limit: String(maxFileSize) } });
    if (name === undefined) throw new ApiFailure('BAD_REQUEST', fileRefusals.name);
    if ((await stat(path)).size === 0) throw new ApiFailure('BAD_REQUEST', fileRefusals.empty);
    const fault = checkContent(await readBeginning(path), name);
    if (fault) throw new InputFailure([{ path: '/file', code: fault, said: { ...fileRefusals[fault], words: { name } } }]);
    return await use({ path, name });
  } finally {
    await rm(path, { force: true });
  }
}

async function readBeginning(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING_BYTES), 0, BEGINNING_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
