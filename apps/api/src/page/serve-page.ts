import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { sendFailure } from '../metadata-api/send-failure.js';
import { chooseEncoding } from './choose-encoding.js';
import { readPageFiles, type PageFile } from './page-files.js';
import { setContentPolicy } from './security-headers.js';

/** Vite puts a hash of the content into these names. */
const HASHED = /^\/assets\//;
const YEAR = 'public, max-age=31536000, immutable';

/** Serves the built page; every other address that a browser asks for is one of the page's own. */
export async function servePage(server: FastifyInstance, folder: string): Promise<void> {
  const files = await readPageFiles(folder);
  server.get('/*', async (request, reply) => {
    const path = new URL(request.url, 'http://page').pathname;
    const file = files.get(path);
    if (file && path !== '/index.html') return sendFile(request, reply, file, HASHED.test(path));
    const index = files.get('/index.html');
    if (!wantsPage(request, path)) return sendFailure(reply, new ApiFailure('NOT_FOUND', `There is nothing at ${path}.`));
    if (!index) return reply.code(503).type('text/plain; charset=utf-8').send('The page is not built yet. Run `npm run build`, then start again.\n');
    return sendIndex(reply, index);
  });
}

async function sendFile(request: FastifyRequest, reply: FastifyReply, file: PageFile, hashed: boolean): Promise<FastifyReply> {
  reply.header('cache-control', hashed ? YEAR : 'no-cache').header('etag', file.etag).header('vary', 'accept-encoding');
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  const { encoding, bytes } = await file.encoded(chooseEncoding(request));
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.type(file.type).send(bytes);
}

/** Styles that parts of the page add while it runs carry the nonce of this answer. */
function sendIndex(reply: FastifyReply, index: PageFile): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  const html = index.bytes.toString('utf8').replace('<head>', `<head><meta property="csp-nonce" content="${nonce}" nonce="${nonce}">`);
  setContentPolicy(reply, nonce);
  return reply.header('cache-control', 'no-store').type(index.type).send(html);
}

function wantsPage(request: FastifyRequest, path: string): boolean {
  const lastPart = path.slice(path.lastIndexOf('/') + 1);
  return (request.headers.accept ?? '').includes('text/html') || (path === '/' || (!HASHED.test(path) && !lastPart.includes('.') && !request.headers.accept?.includes('json')));
}
