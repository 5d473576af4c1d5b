import { pipeline, Readable } from 'node:stream';
import { constants, crc32, createDeflateRaw } from 'node:zlib';

export interface ArchiveFile {
  /** With `/` between folders. */
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** A file of an archive has at most 4 GB: where it ends is known only when it ends. */
export class FileTooLarge extends Error {
  constructor(readonly fileName: string) {
    super(`${fileName} is larger than 4 GB.`);
  }
}

interface Entry {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const LARGEST = 0xffffffff;
/** Names in UTF-8; sizes come after the content. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1980-01-01: archives of the same records are the same. */
const DAY = 0x0021;

/** A ZIP archive as it comes: nothing is held but the list of its files. Throws `FileTooLarge`. */
export async function* zipArchive(files: AsyncIterable<ArchiveFile>): AsyncGenerator<Uint8Array> {
  const entries: Entry[] = [];
  let offset = 0;
  for await (const file of files) {
    const name = Buffer.from(file.name, 'utf8');
    const head = localHeader(name);
    const start = offset;
    yield head;
    offset += head.length;
    const sizes = { crc: 0, size: 0 };
    const deflate = createDeflateRaw({ level: constants.Z_BEST_SPEED + 2 });
    // A failing source ends the loop below with its error.
    pipeline(Readable.from(measured(file.content, sizes)), deflate, () => undefined);
    let packed = 0;
    for await (const piece of deflate as AsyncIterable<Buffer>) {
      packed += piece.length;
      if (packed > LARGEST || sizes.size > LARGEST) throw new FileTooLarge(file.name);
      yield piece;
    }
    const descriptor = numbers([4, 0x08074b50], [4, sizes.crc], [4, packed], [4, sizes.size]);
    yield descriptor;
    offset += packed + descriptor.length;
    entries.push({ name, ...sizes, packed, offset: start });
  }
  const directory = Buffer.concat(entries.map(directoryEntry));
  yield directory;
  yield endOfArchive(entries.length, directory.length, offset);
}

async function* measured(content: AsyncIterable<Uint8Array>, sizes: { crc: number; size: number }): AsyncGenerator<Uint8Array> {
  for await (const piece of content) {
    sizes.crc = crc32(piece, sizes.crc);
    sizes.size += piece.length;
    yield piece;
  }
}

function localHeader(name: Buffer): Buffer {
  return Buffer.concat([numbers([4, 0x04034b50], [2, 20], [2, FLAGS], [2, DEFLATED], [2, 0], [2, DAY], [4, 0], [4, 0], [4, 0], [2, name.length], [2, 0]), name]);
}

function directoryEntry({ name, crc, packed, size, offset }: Entry): Buffer {
  const far = offset >= LARGEST;
  const extra = far ? numbers([2, 1], [2, 8], [8, offset]) : Buffer.alloc(0);
  return Buffer.concat([
    numbers([4, 0x02014b50], [2, far ? 45 : 20], [2, far ? 45 : 20], [2, FLAGS], [2, DEFLATED], [2, 0], [2, DAY], [4, crc], [4, packed], [4, size],
      [2, name.length], [2, extra.length], [2, 0], [2, 0], [2, 0], [4, 0], [4, far ? LARGEST : offset]),
    name,
    extra,
  ]);
}

/** What does not fit into the old fields stands in those of ZIP64. */
function endOfArchive(count: number, length: number, offset: number): Buffer {
  const isLarge = offset >= LARGEST || count >= 0xffff;
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, isLarge ? 0xffff : count], [2, isLarge ? 0xffff : count], [4, isLarge ? LARGEST : length], [4, isLarge ? LARGEST : offset], [2, 0]);
  if (!isLarge) return end;
  const wide = numbers([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, count], [8, count], [8, length], [8, offset]);
  const locator = numbers([4, 0x07064b50], [4, 0], [8, offset + length], [4, 1]);
  return Buffer.concat([wide, locator, end]);
}

/** Little-endian, each `[bytes, value]`. */
function numbers(...fields: readonly (readonly [2 | 4 | 8, number])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) buffer.writeUInt16LE(value, at);
    else if (bytes === 4) buffer.writeUInt32LE(value, at);
    else buffer.writeBigUInt64LE(BigInt(value), at);
    at += bytes;
  }
  return buffer;
}
