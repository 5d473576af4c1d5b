import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';
import '../access/request-actor.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { refusals } from '../metadata-api/refusal-wording.js';
import { sendFailure } from '../metadata-api/send-failure.js';
import type { AttachmentChanges, NewPlace } from './attachment-changes.js';
import { attachmentRefusals } from './attachment-wording.js';
import type { Attachments } from './attachments.js';
import type { FileStore } from './file-store.js';
import { receiveFile, type Receiving } from './receive-file.js';
import { sendContent } from './send-content.js';

export interface AttachmentPorts extends Receiving {
  readonly store: FileStore;
  readonly attachments: Attachments;
  readonly changes: AttachmentChanges;
}

interface Asked {
  readonly object?: string;
  readonly recordId?: string;
  readonly note?: string;
  readonly version?: string;
  readonly download?: string;
}

/**
 * `POST /attachments?object=…&recordId=…` (multipart, one file; without a record it is one's own) and `POST
 * /attachments/<id>/versions` answer `{ id }`, both take `note`. `GET /attachments/<id>` gives the content, `?version=` an
 * earlier one, `?download` never to be shown in the browser.
 */
export function registerAttachmentRoutes(server: FastifyInstance, { store, attachments, changes, ...receiving }: AttachmentPorts): void {
  server.post<{ Querystring: Asked }>('/attachments', (request, reply) => answer(request, reply, async (actor) => {
    const { note } = request.query;
    const place = readPlace(request.query);
    // Refused before the content is waited for.
    await changes.checkPlace(actor, place, note);
    const id = await receiveFile(request, receiving, (file) => changes.add(actor, place, { ...file, ...(note !== undefined && { note }) }));
    return reply.code(201).header('cache-control', 'no-store').send({ id });
  }));

  server.post<{ Params: { id: string }; Querystring: Asked }>('/attachments/:id/versions', (request, reply) => answer(request, reply, async (actor) => {
    const { params: { id: wanted }, query: { note } } = request;
    await changes.checkReplacing(actor, wanted, note);
    const id = await receiveFile(request, receiving, (file) => changes.replace(actor, wanted, { ...file, ...(note !== undefined && { note }) }));
    return reply.code(201).header('cache-control', 'no-store').send({ id });
  }));

  server.get<{ Params: { id: string }; Querystring: Asked }>('/attachments/:id', (request, reply) => answer(request, reply, async (actor) => {
    const { version, download } = request.query;
    const number = version !== undefined && /^\d{1,6}$/.test(version) ? Number(version) : undefined;
    const found = await attachments.version(actor, request.params.id, number);
    if (!found) throw new ApiFailure('NOT_FOUND', attachmentRefusals.unknown);
    const { fileId, contentType, size, sha256 } = found.version;
    return sendContent(request, reply, { store, org: actor.org, file: { id: fileId, name: found.row.name, contentType, size, sha256 }, isDownload: download !== undefined });
  }));
}

async function answer(request: FastifyRequest, reply: FastifyReply, work: (actor: Actor) => Promise<FastifyReply>): Promise<FastifyReply> {
  try {
    if (!request.actor) throw new ApiFailure('UNAUTHENTICATED', refusals.signIn);
    return await work(request.actor);
  } catch (failure) {
    if (failure instanceof ApiFailure) return sendFailure(reply, failure);
    throw failure;
  }
}

function readPlace({ object, recordId }: Asked): NewPlace {
  if (object === undefined && recordId === undefined) return undefined;
  if (typeof object !== 'string' || typeof recordId !== 'string') throw new ApiFailure('BAD_REQUEST', attachmentRefusals.place);
  return { object, recordId };
}
