import { text as readWhole } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { fileFaults, UnreadableFile } from '../unreadable-file.js';

const MEGABYTE = 1024 ** 2;
/** Of a part that is held in memory whole: the list of sheets, the formats. Real ones have some hundred kilobytes. */
const MOST_HELD = 32 * MEGABYTE;
/** Of a part that is streamed. */
const MOST_STREAMED = 8 * 1024 * MEGABYTE;

/**
 * The parts of a workbook, whatever their order in the file, by the list at its end. What the archive says of sizes is not
 * believed: unpacking ends with `UnreadableFile` where a part grows too large.
 */
export class WorkbookArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly mostHeld: number,
  ) {}

  /** To be closed. */
  static async open(path: string, mostHeld = MOST_HELD): Promise<WorkbookArchive> {
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
    try {
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
      return new WorkbookArchive(zip, entries, mostHeld);
    } catch (failure) {
      zip.close();
      throw failure;
    }
  }

  has(part: string): boolean {
    return this.entries.has(part);
  }

  /** A part as a whole, empty where there is none. */
  async text(part: string): Promise<string> {
    return this.has(part) ? readWhole(Readable.from(this.unpack(part, this.mostHeld))) : '';
  }

  /** A part in pieces. */
  pieces(part: string): AsyncGenerator<Buffer> {
    return this.unpack(part, MOST_STREAMED);
  }

  close(): void {
    this.zip.close();
  }

  private async *unpack(part: string, most: number): AsyncGenerator<Buffer> {
    const entry = this.entries.get(part);
    if (!entry) throw new Error(`There is no part "${part}".`);
    const source = await this.zip.openReadStreamPromise(entry);
    let bytes = 0;
    try {
      for await (const piece of source as AsyncIterable<Buffer>) {
        bytes += piece.length;
        if (bytes > most) throw new UnreadableFile({ ...fileFaults.unpacks, words: { part, limit: String(Math.ceil(most / MEGABYTE)) } });
        yield piece;
      }
    } finally {
      source.destroy();
    }
  }
}
