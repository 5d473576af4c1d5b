import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as rest } from 'node:timers/promises';
import { say } from '@guanxi/field-types';
import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import '../access/request-actor.js';
import { mayUseSetup, setupRefusal } from '../access/setup-rights.js';
import { contentDisposition } from '../files/file-name.js';
import { fileNameOf } from '../exchange/exports/file-name.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { refusals } from '../metadata-api/refusal-wording.js';
import { sendFailure } from '../metadata-api/send-failure.js';
import type { BackupFiles } from './backup-files.js';
import { backupFaults } from './backup-wording.js';
import type { Restores } from './restores.js';

export interface BackupPorts {
  readonly backups: BackupFiles;
  readonly restores: Restores;
  readonly dataFolder: string;
}

const logger = new Logger('Backup');
const TELL_EVERY_MS = 250;

/**
 * `GET /backup` streams the whole org (`?passwords=1` with the hashes of passwords); `POST /restore` takes such a file as its
 * body and answers with lines of JSON: how far it is, and in the end `{ done }` or `{ failed }`. Both for admins.
 */
export async function registerBackupRoutes(server: FastifyInstance, ports: BackupPorts): Promise<void> {
  server.get<{ Querystring: { passwords?: string } }>('/backup', async (request, reply) => {
    const actor = admin(request);
    if (actor instanceof ApiFailure) return sendFailure(reply, actor);
    try {
      const file = await ports.backups.make(actor, { withPasswords: request.query.passwords === '1' });
      const body = Readable.from(file.pieces, { objectMode: false });
      body.once('close', () => void file.close());
      const name = fileNameOf(actor.org.name, 'guanxi-backup', new Date(), actor.timeZone);
      return await reply.type('application/octet-stream').headers({ 'content-disposition': contentDisposition(name, 'attachment'), 'cache-control': 'no-store' }).send(body);
    } catch (error) {
      if (error instanceof ApiFailure) return sendFailure(reply, error);
      throw error;
    }
  });

  await server.register(async (scope) => {
    // The file goes to the disk as it comes, however large it is.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null, undefined));
    scope.post<{ Querystring: { replace?: string } }>('/restore', { bodyLimit: Number.MAX_SAFE_INTEGER }, async (request, reply) => {
      const actor = admin(request);
      if (actor instanceof ApiFailure) return sendFailure(reply, actor);
      if (!(request.body instanceof Readable)) return sendFailure(reply, new ApiFailure('BAD_REQUEST', backupFaults.noFile));
      return takeBack(request.body, actor, request.query.replace === '1', reply, ports);
    });
  });
}

function admin({ actor }: FastifyRequest): Actor | ApiFailure {
  if (!actor) return new ApiFailure('UNAUTHENTICATED', refusals.signIn);
  return mayUseSetup(actor.access, []) ? actor : setupRefusal([]);
}

async function takeBack(body: Readable, actor: Actor, replace: boolean, reply: FastifyReply, { restores, dataFolder }: BackupPorts): Promise<unknown> {
  const folder = join(dataFolder, 'uploads');
  const path = join(folder, `${uuid()}.restore`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await pipeline(body, createWriteStream(path, { mode: 0o600 }));
    if ((await stat(path)).size === 0) throw new ApiFailure('BAD_REQUEST', backupFaults.noFile);
  } catch (error) {
    await rm(path, { force: true });
    if (error instanceof ApiFailure) return sendFailure(reply, error);
    throw error;
  }
  const lines = Readable.from(progressOf(restores, actor, path, replace));
  lines.once('close', () => void rm(path, { force: true }));
  return reply.type('application/x-ndjson').header('cache-control', 'no-store').send(lines);
}

/** What happens meanwhile, a line now and then; the restore goes on when nobody listens any more. */
async function* progressOf(restores: Restores, actor: Actor, path: string, replace: boolean): AsyncGenerator<string> {
  let state = { stage: 'reading', table: '', rows: 0 };
  const told = (stage: string, table: string, rows: number): void => void (state = { stage, table, rows: stage === state.stage ? state.rows + rows : rows });
  const outcome = restores.restore(actor, path, { replace, told }).then(
    (done) => ({ done: { ...done, notes: notesOf(done, actor.locale) } }),
    (error: unknown) => ({ failed: describe(error, actor.locale) }),
  );
  for (;;) {
    const ended = await Promise.race([outcome, rest(TELL_EVERY_MS, undefined)]);
    if (ended) return yield `${JSON.stringify(ended)}\n`;
    yield `${JSON.stringify(state)}\n`;
  }
}

function notesOf({ locked, missingKeys }: { readonly locked: number; readonly missingKeys: readonly string[] }, locale: string): readonly string[] {
  return [
    ...(locked > 0 ? [say({ ...backupFaults.newPasswords, words: { count: String(locked) } }, locale)] : []),
    ...(missingKeys.length > 0 ? [say({ ...backupFaults.missingKeys, words: { keys: missingKeys.join(', ') } }, locale)] : []),
  ];
}

function describe(error: unknown, locale: string): { readonly code: string; readonly message: string } {
  if (error instanceof ApiFailure) return { code: error.code, message: error.tell(locale).message };
  const reference = uuid();
  logger.error(`${reference} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return { code: 'INTERNAL', message: say({ ...backupFaults.failed, words: { reference } }, locale) };
}
