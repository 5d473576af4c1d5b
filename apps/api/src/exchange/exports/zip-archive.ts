import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

export interface ArchiveFile {
  /** With `/` between folders. */
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** A file of an archive has at most 4 GB: more than that asks for a form that many programs cannot open. */
export class FileTooLarge extends Error {
  constructor(readonly fileName: string) {
    super(`${fileName} is larger than 4 GB.`);
  }
}

const LARGEST = 0xffffffff;
/** Nearly as small as can be, at a third of the processor time. */
const LEVEL = 3;
/** Archives of the same records are the same. */
const DAY = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };

/** A ZIP archive as it comes: nothing is held but the list of its files. Throws `FileTooLarge`, and what reading the files throws. */
export async function* zipArchive(files: AsyncIterable<ArchiveFile>): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const archive = zip.outputStream as Readable;
  const leaving = new AbortController();
  const fail = (error: unknown): void => void archive.destroy(error as Error);
  zip.on('error', fail);
  void addAll(zip, files, leaving.signal).catch(fail);
  try {
    yield* archive as AsyncIterable<Uint8Array>;
  } finally {
    // Also where nobody wants the rest any more: what the files are read from is let go.
    leaving.abort();
  }
}

/** One after the other: the next one is only opened once this one is read. */
async function addAll(zip: ZipFile, files: AsyncIterable<ArchiveFile>, signal: AbortSignal): Promise<void> {
  for await (const { name, content } of files) {
    const source = Readable.from(bounded(name, content), { objectMode: false, signal });
    zip.addReadStream(source, name, { ...DAY, compressionLevel: LEVEL });
    await finished(source);
  }
  zip.end();
}

async function* bounded(name: string, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of content) {
    bytes += piece.length;
    if (bytes > LARGEST) throw new FileTooLarge(name);
    yield piece;
  }
}
