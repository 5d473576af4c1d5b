import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { addSecurityHeaders } from './security-headers.js';
import { servePage } from './serve-page.js';

const SCRIPT = 'console.log("Guanxi");\n'.repeat(100);

describe('the page', () => {
  let folder: string;
  let server: FastifyInstance;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guanxi-page-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><html><head><title>Guanxi</title></head><body></body></html>');
    await writeFile(join(folder, 'assets/index-1a2b.js'), SCRIPT);
    server = await serve(folder);
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const get = (url: string, headers: Record<string, string> = { accept: 'text/html' }) => server.inject({ method: 'GET', url, headers });

  it('is sent for each of its own addresses', async () => {
    for (const url of ['/', '/index.html', '/app/customers/42', '/setup?tab=objects']) {
      const response = await get(url);
      expect([response.statusCode, response.headers['content-type'], response.headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'no-store']);
      expect(response.body).toContain('<title>Guanxi</title>');
    }
  });

  it('runs scripts of its own only, and lets in the styles that carry its nonce', async () => {
    const [first, second] = [await get('/'), await get('/')];
    const policy = String(first.headers['content-security-policy']);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(policy).toContain("script-src 'self';");
    expect(first.body).toContain(`<meta property="csp-nonce" content="${nonce}" nonce="${nonce}">`);
    expect(second.body).not.toContain(nonce);
  });

  it('sends files compressed, for a year, and not at all to who has them', async () => {
    const response = await get('/assets/index-1a2b.js', { 'accept-encoding': 'gzip, br' });
    expect(response.headers).toMatchObject({ 'content-encoding': 'br', 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' });
    expect(brotliDecompressSync(response.rawPayload).toString()).toBe(SCRIPT);
    expect((await get('/assets/index-1a2b.js', { 'accept-encoding': 'br;q=0, deflate' })).body).toBe(SCRIPT);
    expect((await get('/assets/index-1a2b.js', { 'if-none-match': String(response.headers['etag']) })).statusCode).toBe(304);
  });

  it('is not sent in place of a file or an answer that is missing', async () => {
    expect((await get('/assets/index-old.js', { accept: '*/*' })).statusCode).toBe(404);
    const missing = await get('/api/nothing', { accept: 'application/json' });
    expect(missing.json()).toEqual({ code: 'NOT_FOUND', message: 'There is nothing at /api/nothing.' });
  });

  it('never leaves its folder', async () => {
    await writeFile(join(folder, '..', 'guanxi-secret'), 'secret');
    expect((await get('/../guanxi-secret', {})).body).not.toContain('secret');
    expect((await get('/%2e%2e/guanxi-secret', {})).body).not.toContain('secret');
    await rm(join(folder, '..', 'guanxi-secret'));
  });

  it('that is not built is said so', async () => {
    const empty = await serve(join(folder, 'nowhere'));
    const response = await empty.inject({ method: 'GET', url: '/', headers: { accept: 'text/html' } });
    expect([response.statusCode, response.body]).toEqual([503, expect.stringContaining('not built')]);
    await empty.close();
  });
});

async function serve(folder: string): Promise<FastifyInstance> {
  const server = fastify();
  addSecurityHeaders(server);
  await servePage(server, folder);
  await server.ready();
  return server;
}
