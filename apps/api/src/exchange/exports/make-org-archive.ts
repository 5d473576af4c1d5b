import type { JsonValue } from '@guanxi/field-types';
import type { Actor } from '../../access/actor.js';
import { fileFormats } from '../formats/file-format.js';
import type { OrgWish } from './export-record.js';
import type { FileInMaking } from './file-in-making.js';
import { countRows, readValues, type ListReader, type PlannedList } from './list-reader.js';
import type { Snapshot } from './snapshot.js';
import { zipArchive, type ArchiveFile } from './zip-archive.js';

type Batch = readonly (readonly JsonValue[])[];

/** Several objects as of one moment: an archive with a file for each, or several where there are more rows than one may have. */
export async function makeOrgArchive({ objects, format, rowsPerFile }: OrgWish, actor: Actor, reader: ListReader): Promise<FileInMaking> {
  const lists: PlannedList[] = [];
  for (const object of objects) lists.push(await reader.plan({ object, format }, actor));
  const snapshot = await reader.open();
  try {
    let rowsTotal = 0;
    for (const list of lists) rowsTotal += await countRows(snapshot, list);
    for (const list of lists) await reader.note(actor, list, snapshot, format);
    let rowsWritten = 0;
    const seen = (rows: number): void => void (rowsWritten += rows);
    return { rowsTotal, rowsWritten: () => rowsWritten, pieces: zipArchive(filesOf(lists, snapshot, { actor, format, rowsPerFile, seen })), close: () => snapshot.close() };
  } catch (error) {
    await snapshot.close();
    throw error;
  }
}

interface Place extends Omit<OrgWish, 'objects'> {
  readonly actor: Actor;
  readonly seen: (rows: number) => void;
}

async function* filesOf(lists: readonly PlannedList[], snapshot: Snapshot, { actor, format, rowsPerFile, seen }: Place): AsyncGenerator<ArchiveFile> {
  for (const list of lists) {
    const { title, columns, object } = list;
    const parts = new Parts(readValues(snapshot, list), rowsPerFile, seen);
    for (let number = 1; number === 1 || !(await parts.isOver()); number += 1) {
      const content = fileFormats[format].write({ title, columns, batches: parts.next(), timeZone: actor.timeZone, withMark: true });
      yield { name: `${object.name}${number === 1 ? '' : `-${number}`}.${format}`, content };
    }
  }
}

/** Batches dealt out in parts of so many rows. */
class Parts {
  private waiting: IteratorResult<Batch, void> | undefined;

  constructor(
    private readonly batches: AsyncGenerator<Batch, void>,
    private readonly rowsPerPart: number,
    private readonly seen: (rows: number) => void,
  ) {}

  async isOver(): Promise<boolean> {
    this.waiting ??= await this.batches.next();
    return this.waiting.done === true;
  }

  async *next(): AsyncGenerator<Batch> {
    for (let rows = 0; rows < this.rowsPerPart && !(await this.isOver()); ) {
      const batch = (this.waiting as IteratorYieldResult<Batch>).value;
      this.waiting = undefined;
      rows += batch.length;
      this.seen(batch.length);
      yield batch;
    }
  }
}
