import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './choose-encoding.js';

const compressWithBrotli = promisify(brotliCompress);
const compressWithGzip = promisify(gzip);
/** Below it, the headers weigh as much as what is saved. */
const WORTH_COMPRESSING = 1_000;

export interface PageFile {
  readonly type: string;
  readonly etag: string;
  readonly bytes: Buffer;
  /** Compressed once, when first asked for; falls back to the plain bytes. */
  encoded(encoding: Encoding): Promise<{ readonly encoding: Encoding; readonly bytes: Buffer }>;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const alreadyCompressed = new Set(['.png', '.webp', '.woff2']);

/** The built page in memory, by path (`/assets/index-1a2b.js`); empty when it is not built. */
export async function readPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pairs = files.map(async (file) => ['/' + relative(folder, file).split(sep).join('/'), await readPageFile(file)] as const);
  return new Map(await Promise.all(pairs));
}

async function readPageFile(file: string): Promise<PageFile> {
  const bytes = await readFile(file);
  const extension = extname(file);
  const compressible = bytes.length >= WORTH_COMPRESSING && !alreadyCompressed.has(extension);
  const compressed = new Map<Encoding, Promise<Buffer>>();
  return {
    type: types[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    bytes,
    async encoded(encoding) {
      if (!compressible || encoding === 'identity') return { encoding: 'identity', bytes };
      const known = compressed.get(encoding) ?? compress(bytes, encoding);
      compressed.set(encoding, known);
      return { encoding, bytes: await known };
    },
  };
}

function compress(bytes: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer> {
  return encoding === 'br'
    ? compressWithBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
    : compressWithGzip(bytes, { level: 9 });
}
