import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import type { ScannerAddress } from '../../config/scanner-address.js';

/** What the scanner says of a file; `name` is that of what it found. */
export type Verdict = { readonly kind: 'clean' } | { readonly kind: 'infected'; readonly name: string };

/** It could not look at the file: it is not there, does not answer in time, or does not take a file of that size. */
export class ScannerFailure extends Error {
  override readonly name = 'ScannerFailure';
}

const PIECE_BYTES = 256 * 1024;
const PATIENCE_MS = 60_000;
const LONGEST_ANSWER = 4096;

/**
 * Has clamd look at a file that lies at `path` (INSTREAM, clamd(8)): pieces with their length before each, a length of 0 at
 * the end, one line as the answer. Throws `ScannerFailure`.
 */
export async function scanFile(path: string, address: ScannerAddress): Promise<Verdict> {
  const socket = connect(address);
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error(`no answer in ${PATIENCE_MS / 1000} s`)));
  const answered = readAnswer(socket);
  // It may say no and hang up while the file is still on its way: the answer then counts.
  const sent = send(socket, path);
  try {
    const answer = await Promise.race([answered, sent.then(() => answered)]);
    return readVerdict(answer);
  } catch (failure) {
    if (failure instanceof ScannerFailure) throw failure;
    throw new ScannerFailure(await answered.then(readRefusal, () => messageOf(failure)));
  } finally {
    socket.destroy();
    await sent.catch(() => undefined);
  }
}

/** As fast as it takes them, and no longer than it listens. */
async function send(socket: Socket, path: string): Promise<void> {
  for await (const frame of framePieces(path)) {
    if (socket.destroyed) return;
    if (!socket.write(frame)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
  }
}

async function* framePieces(path: string): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Buffer>) {
    yield lengthOf(piece.length);
    yield piece;
  }
  yield lengthOf(0);
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

/** Up to the NUL that ends it. */
function readAnswer(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    socket.on('data', (piece: Buffer) => {
      said += piece.toString('utf8');
      if (said.includes('\0') || said.length > LONGEST_ANSWER) resolve(said.replace(/\0[^]*$/, '').trim());
    });
    socket.once('error', reject).once('end', () => reject(new Error('it hung up')));
  });
}

function readVerdict(answer: string): Verdict {
  const found = /^stream: (.+) FOUND$/.exec(answer);
  if (found?.[1]) return { kind: 'infected', name: found[1] };
  if (answer === 'stream: OK') return { kind: 'clean' };
  throw new ScannerFailure(readRefusal(answer));
}

function readRefusal(answer: string): string {
  return answer.replace(/[^ -~]/g, '').slice(0, 200);
}

function messageOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
