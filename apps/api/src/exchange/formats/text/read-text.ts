import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { fileFaults, UnreadableFile } from '../unreadable-file.js';
import { makeDecoder } from './make-decoder.js';

const LARGEST = 8 * 1024 ** 3;
/** Bytes at a time: the text of more would be a large object to V8, which is kept for longer than those that die young. */
const PIECE = 48 * 1024;
const GZIP = Buffer.from([0x1f, 0x8b]);

/** The bytes of a file in pieces, unpacked where it is packed with gzip. */
export async function* readBytes(path: string): AsyncGenerator<Uint8Array> {
  const source = createReadStream(path, { highWaterMark: PIECE });
  const bytes = (await isPacked(path)) ? pipeline(source, createGunzip({ chunkSize: PIECE }), () => undefined) : source;
  let total = 0;
  try {
    for await (const piece of bytes) {
      total += (piece as Buffer).length;
      if (total > LARGEST) throw new UnreadableFile(fileFaults.unpacked);
      yield piece as Buffer;
    }
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && String(failure.code).startsWith('Z_')) throw new UnreadableFile(fileFaults.binary, { cause: failure });
    throw failure;
  } finally {
    source.destroy();
  }
}

/** The text of a file in pieces, without a byte order mark. `row` is told where bytes are not of the encoding. */
export async function* readText(path: string, encoding: string, row: () => number): AsyncGenerator<string> {
  const decodePiece = makeDecoder(encoding);
  const decode = (piece?: Uint8Array): string => {
    try {
      return decodePiece(piece);
    } catch (failure) {
      throw new UnreadableFile({ ...fileFaults.encoding, words: { row: String(row()), encoding } }, { cause: failure });
    }
  };
  for await (const piece of readBytes(path)) yield decode(piece);
  const rest = decode();
  if (rest !== '') yield rest;
}

async function isPacked(path: string): Promise<boolean> {
  return (await readFirst(path, 2)).equals(GZIP);
}

export async function readFirst(path: string, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(count);
    const { bytesRead } = await file.read(buffer, 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
