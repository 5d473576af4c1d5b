import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { fileFaults, UnreadableFile } from '../unreadable-file.js';

/** What a reader holds in memory whole, such as the texts that cells share. Sheets are streamed. */
const MOST_HELD = 512 * 1024 * 1024;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;

/**
 * Throws `UnreadableFile` for a workbook one of whose parts unpacks to more bytes than may be held, whatever the archive says of
 * its size: each part but the sheets is unpacked once, up to the limit, and thrown away.
 */
export async function refuseBombs(path: string, most = MOST_HELD): Promise<void> {
  try {
    const archive = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
    try {
      for await (const entry of archive.eachEntry()) if (!SHEET.test(entry.fileName)) await unpack(archive, entry, most);
    } finally {
      archive.close();
    }
  } catch (failure) {
    if (failure instanceof UnreadableFile) throw failure;
    throw new UnreadableFile({ ...fileFaults.workbook, words: { reason: (failure as Error).message } }, { cause: failure });
  }
}

async function unpack(archive: ZipFile, entry: Entry, most: number): Promise<void> {
  let bytes = 0;
  for await (const piece of (await archive.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > most) throw new UnreadableFile({ ...fileFaults.unpacks, words: { part: entry.fileName, limit: String(Math.floor(most / 1024 / 1024)) } });
  }
}
