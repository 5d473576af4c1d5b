import { text as readWhole } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { zipArchive, type ArchiveFile } from './zip-archive.js';

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const one of texts) yield Buffer.from(one);
}

async function* files(...all: readonly ArchiveFile[]): AsyncGenerator<ArchiveFile> {
  yield* all;
}

async function gather(archive: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const found: Uint8Array[] = [];
  for await (const piece of archive) found.push(piece);
  return Buffer.concat(found);
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => fromBuffer(bytes, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip))));
}

describe('an archive', () => {
  it('has its files under their names, in any script and also empty, and is the same each time', async () => {
    const make = (): Promise<Buffer> => gather(zipArchive(files({ name: '客戶/名單.csv', content: pieces('name\n', '王小明\n') }, { name: 'empty.txt', content: pieces() }, { name: 'b.txt', content: pieces('b'.repeat(100_000)) })));
    const bytes = await make();
    const zip = await open(bytes);
    const found: Record<string, string> = {};
    for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) found[entry.fileName] = await readWhole(await zip.openReadStreamPromise(entry));
    expect(found).toEqual({ '客戶/名單.csv': 'name\n王小明\n', 'empty.txt': '', 'b.txt': 'b'.repeat(100_000) });
    expect((await make()).equals(bytes)).toBe(true);
  });

  it('is empty without files', async () => {
    expect((await open(await gather(zipArchive(files())))).entryCount).toBe(0);
  });

  it('ends with what a file or the list of files throws', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a');
      throw new Error('The reader is gone.');
    }
    await expect(gather(zipArchive(files({ name: 'a', content: broken() })))).rejects.toThrow('The reader is gone.');
    async function* brokenList(): AsyncGenerator<ArchiveFile> {
      yield { name: 'a', content: pieces('a') };
      throw new Error('The list is gone.');
    }
    await expect(gather(zipArchive(brokenList()))).rejects.toThrow('The list is gone.');
  });

  it('reads no further than somebody takes, and lets its files go where nobody wants the rest', async () => {
    let given = 0;
    let isOver = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (let count = 0; ; count += 1) {
          given += 1;
          // Nothing that could be packed into less.
          yield Buffer.from(Array.from({ length: 4_096 }, (_, index) => (index * 7_919 + count * 104_729 + ((index * index) % 251)) % 256));
        }
      } finally {
        isOver = true;
      }
    }
    for await (const _ of zipArchive(files({ name: 'a', content: endless() }))) {
      if (given > 0) break;
    }
    const atTheEnd = given;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isOver).toBe(true);
    expect(given).toBe(atTheEnd);
  });
});
