import { createWriteStream } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { v7 as makeId } from 'uuid';
import type { ScannerAddress } from '../config/scanner-address.js';
import { ApiFailure, InputFailure } from '../metadata-api/api-failure.js';
import { checkContent } from './check-content.js';
import { cleanFileName } from './file-name.js';
import { fileRefusals } from './file-wording.js';
import { scanFile, ScannerFailure } from './scan/scan-file.js';

export interface Receiving {
  readonly dataFolder: string;
  /** Megabytes that one file may have. */
  readonly maxFileSize: number;
  /** Looks at each file before it is kept. */
  readonly scanner?: ScannerAddress | undefined;
}

const logger = new Logger('Files');
const MEGABYTE = 1024 * 1024;
const BEGINNING_BYTES = 4096;

/**
 * Takes the one file of a multipart request in and gives it to `use`; throws `ApiFailure` for what is not taken. The file
 * lies on this machine until it is whole, so that a slow sender holds no connection to the database.
 */
export async function receiveFile<T>(request: FastifyRequest, { dataFolder, maxFileSize, scanner }: Receiving, use: (file: { readonly path: string; readonly name: string }) => Promise<T>): Promise<T> {
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
    if (scanner) await refuseInfected(path, name, scanner);
    return await use({ path, name });
  } finally {
    await rm(path, { force: true });
  }
}

/** A file that could not be looked at is not taken either. */
async function refuseInfected(path: string, name: string, scanner: ScannerAddress): Promise<void> {
  const verdict = await scanFile(path, scanner).catch((failure: unknown) => {
    if (!(failure instanceof ScannerFailure)) throw failure;
    logger.error(`The scanner could not look at an uploaded file: ${failure.message}`);
    throw new ApiFailure('BAD_REQUEST', fileRefusals.unscanned);
  });
  if (verdict.kind === 'clean') return;
  logger.warn(`An uploaded file was refused: ${verdict.name}`);
  throw new InputFailure([{ path: '/file', code: 'infected', said: { ...fileRefusals.infected, words: { name, found: verdict.name } } }]);
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
