import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Org } from '../orgs/org.js';
import { mayBeDrawn } from './content-type.js';
import { contentDisposition } from './file-name.js';
import type { FileStore, StoredFile } from './file-store.js';

type Content = Pick<StoredFile, 'id' | 'name' | 'contentType' | 'size' | 'sha256'>;

interface Sending {
  readonly store: FileStore;
  readonly org: Org;
  readonly file: Content;
  /** Never shown in the place of a page, whatever it is. */
  readonly isDownload?: boolean;
}

/** Nothing in it may load, run or reach the page, even where somebody opens its address. */
const SEALED = "default-src 'none'; sandbox";
/** A sandbox would keep the browser's own viewer out, which runs apart from the page. */
const VIEWED = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** Gives the content of a file to somebody who may have it. Pictures and PDF are shown, everything else is only ever downloaded. */
export function sendContent(request: FastifyRequest, reply: FastifyReply, { store, org, file, isDownload = false }: Sending): FastifyReply {
  const isViewed = file.contentType === 'application/pdf' && !isDownload;
  const isShown = isViewed || (mayBeDrawn(file.contentType) && !isDownload);
  const tag = `"${file.sha256}"`;
  reply.headers({ etag: tag, 'cache-control': 'private, no-cache', 'content-security-policy': isViewed ? VIEWED : SEALED });
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  return reply
    .type(file.contentType)
    .headers({ 'content-length': file.size, 'content-disposition': contentDisposition(file.name, isShown ? 'inline' : 'attachment') })
    .send(Readable.from(store.read(org, file.id), { objectMode: false }));
}
