import type { JsonValue } from '@guanxi/field-types';
import type { Actor } from '../../access/actor.js';
import { fileFormats, type FileContent } from '../formats/file-format.js';
import { countRows, readValues, type ListReader } from './list-reader.js';
import type { ListWish, } from './list-wish.js';
import type { FileInMaking } from './file-in-making.js';

/** The records of a list as one file. Throws `ApiFailure` for what may not be read, before anything is written. */
export async function makeListFile(wish: ListWish, actor: Actor, reader: ListReader, { counted = true } = {}): Promise<FileInMaking> {
  const list = await reader.plan(wish, actor);
  const snapshot = await reader.open();
  try {
    const rowsTotal = counted ? await countRows(snapshot, list) : undefined;
    await reader.note(actor, list, snapshot, wish.format);
    let rowsWritten = 0;
    const values = readValues(snapshot, list);
    // Read before anything is sent: what the database refuses can then still be told.
    const first = await values.next();
    const batches = (async function* (): AsyncGenerator<readonly (readonly JsonValue[])[]> {
      if (first.done) return;
      for (let batch: readonly (readonly JsonValue[])[] = first.value; ; ) {
        rowsWritten += batch.length;
        yield batch;
        const next = await values.next();
        if (next.done) return;
        batch = next.value;
      }
    })();
    const content: FileContent = { title: list.title, columns: list.columns, batches, timeZone: actor.timeZone, withMark: wish.mark ?? true };
    return { ...(rowsTotal !== undefined && { rowsTotal }), rowsWritten: () => rowsWritten, pieces: fileFormats[wish.format].write(content), close: () => snapshot.close() };
  } catch (error) {
    await snapshot.close();
    throw error;
  }
}
