import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Actor } from '../../access/actor.js';
import '../../access/request-actor.js';
import { contentDisposition } from '../../files/file-name.js';
import { ApiFailure } from '../../metadata-api/api-failure.js';
import { refusals } from '../../metadata-api/refusal-wording.js';
import { sendFailure } from '../../metadata-api/send-failure.js';
import { fileFormats } from '../formats/file-format.js';
import type { ExportFiles } from './export-files.js';
import { exportFaults } from './export-wording.js';
import type { Exports } from './exports.js';
import type { FileInMaking } from './file-in-making.js';
import { fileNameOf } from './file-name.js';
import type { ListReader } from './list-reader.js';
import { readFormat, type ListWish } from './list-wish.js';
import { makeListFile } from './make-list-file.js';

export interface ExportPorts {
  readonly lists: ListReader;
  readonly exports: Exports;
  readonly files: ExportFiles;
}

/** Each holds a connection to the database as long as it takes. */
const MOST_AT_ONCE = 4;

interface ExportQuery {
  /** Names with commas between them, as are the ids. */
  readonly fields?: string;
  readonly ids?: string;
  /** JSON as the API takes it. */
  readonly where?: string;
  readonly orderBy?: string;
  readonly search?: string;
  readonly headings?: string;
  /** `utf-8` leaves the byte order mark out. */
  readonly encoding?: string;
}

/** `GET /export/<object>.<csv|xlsx|ndjson>` streams a list; `GET /exports/<id>` gives a file that was made in the background. */
export function registerExportRoutes(server: FastifyInstance, ports: ExportPorts): void {
  const underWay = new Set<FileInMaking>();

  server.get<{ Params: { file: string }; Querystring: ExportQuery }>('/export/:file', async (request, reply) => {
    const { actor } = request;
    if (!actor) return sendFailure(reply, new ApiFailure('UNAUTHENTICATED', refusals.signIn));
    if (underWay.size >= MOST_AT_ONCE) return sendFailure(reply.header('retry-after', '30'), new ApiFailure('RATE_LIMITED', exportFaults.busy));
    const wish = readWish(request.params.file, request.query);
    if (wish instanceof ApiFailure) return sendFailure(reply, wish);
    return streamList(wish, actor, reply, ports.lists, underWay);
  });

  server.get<{ Params: { id: string } }>('/exports/:id', async (request, reply) => {
    const { actor } = request;
    if (!actor) return sendFailure(reply, new ApiFailure('UNAUTHENTICATED', refusals.signIn));
    const found = await ports.exports.find(actor, request.params.id);
    if (found && found.status !== 'done') return sendFailure(reply, new ApiFailure('CONFLICT', exportFaults.notReady));
    const content = found && (await ports.files.read(found.id));
    if (!found || !content) return sendFailure(reply, new ApiFailure('NOT_FOUND', exportFaults.unknown));
    return reply
      .type('application/octet-stream')
      .headers({ 'content-disposition': contentDisposition(found.fileName, 'attachment'), 'content-length': found.bytes, 'cache-control': 'no-store' })
      .send(content);
  });
}

async function streamList(wish: ListWish, actor: Actor, reply: FastifyReply, lists: ListReader, underWay: Set<FileInMaking>): Promise<unknown> {
  let file: FileInMaking;
  try {
    file = await makeListFile(wish, actor, lists, { counted: false });
  } catch (error) {
    if (error instanceof ApiFailure) return sendFailure(reply, error);
    throw error;
  }
  underWay.add(file);
  const body = Readable.from(file.pieces, { objectMode: false });
  // Also when the reader goes away half way.
  body.once('close', () => {
    underWay.delete(file);
    void file.close();
  });
  const name = fileNameOf(wish.object, wish.format, new Date(), actor.timeZone);
  return reply
    .type(fileFormats[wish.format].contentType)
    .headers({ 'content-disposition': contentDisposition(name, 'attachment'), 'cache-control': 'no-store' })
    .send(body);
}

function readWish(file: string, { fields, ids, where, orderBy, search, headings, encoding }: ExportQuery): ListWish | ApiFailure {
  const [, object = '', extension = ''] = /^(.*)\.([^.]*)$/.exec(file) ?? [];
  const format = readFormat(extension);
  if (!format) return new ApiFailure('BAD_REQUEST', { ...exportFaults.noFormat, words: { name: extension } });
  const names = readNames(fields);
  const chosen = readNames(ids);
  try {
    return {
      object,
      format,
      where: readJson(where),
      orderBy: readJson(orderBy),
      mark: encoding !== 'utf-8',
      ...(names && { fields: names }),
      ...(chosen && { ids: chosen }),
      ...(search !== undefined && search !== '' && { search }),
      ...(headings === 'titles' && { headings }),
    };
  } catch {
    return new ApiFailure('BAD_REQUEST', exportFaults.noJson);
  }
}

function readNames(text: string | undefined): readonly string[] | undefined {
  const names = (text ?? '').split(',').map((name) => name.trim()).filter((name) => name !== '');
  return names.length > 0 ? names : undefined;
}

function readJson(text: string | undefined): unknown {
  return text === undefined || text === '' ? undefined : JSON.parse(text);
}
