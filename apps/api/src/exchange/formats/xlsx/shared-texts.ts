import { randomUUID } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { fileFaults, UnreadableFile } from '../unreadable-file.js';
import { RecentBlocks } from './recent-blocks.js';
import { makeBlock, textIn, TEXTS_IN_A_BLOCK } from './text-block.js';
import { readXml, unescapeText } from './xml-events.js';

/** Bytes of blocks that stay in memory: those of a usual workbook all do. */
const HELD = 4 * 1024 ** 2;
/** Bytes of blocks that are gathered before they go into the file. */
const WRITTEN_AT_ONCE = 256 * 1024;
/** Bytes of blocks that were read of late. */
const REMEMBERED = 2 * 1024 ** 2;
/** Characters of one text: a cell has 32,767 at most. */
const LONGEST = 16 * 1024 ** 2;

/**
 * The texts of a workbook that cells name by number. A workbook of a million rows has millions: what goes beyond a few
 * megabytes lies in a file without a name, beside the workbook, which is gone with the process at the latest.
 */
export class SharedTexts {
  private readonly held: Buffer[] = [];
  /** Where the blocks that are not held begin in the file, and where the last one ends. */
  private readonly places: number[] = [0];
  private recent: RecentBlocks | undefined;
  private file: FileHandle | undefined;
  private size = 0;

  private constructor(private readonly path: string) {}

  /** Of the part of a workbook with such texts; of the first `most` where nobody asks for more. To be closed. */
  static async read(pieces: AsyncIterable<Uint8Array>, path: string, most = Number.POSITIVE_INFINITY): Promise<SharedTexts> {
    const texts = new SharedTexts(path);
    try {
      await texts.fill(pieces, most);
      return texts;
    } catch (failure) {
      await texts.close();
      throw failure;
    }
  }

  /** The text of this number, empty where there is none. Where it has to be read, it is to be waited for before the next one is asked for. */
  at(number: number): string | Promise<string> {
    const block = Math.floor(number / TEXTS_IN_A_BLOCK);
    const place = number % TEXTS_IN_A_BLOCK;
    const known = this.held[block] ?? this.recent?.find(block);
    return known ? textIn(known, place) : this.load(block).then((bytes) => (bytes ? textIn(bytes, place) : ''));
  }

  async close(): Promise<void> {
    await this.file?.close();
  }

  private async fill(pieces: AsyncIterable<Uint8Array>, most: number): Promise<void> {
    let block: string[] = [];
    let waiting: Buffer[] = [];
    let count = 0;
    const endBlock = (): void => {
      const bytes = makeBlock(block);
      block = [];
      this.size += bytes.length;
      if (this.file === undefined && waiting.length === 0 && this.size <= HELD) this.held.push(bytes);
      else {
        waiting.push(bytes);
        this.places.push((this.places.at(-1) ?? 0) + bytes.length);
      }
    };
    const write = async (): Promise<void> => {
      this.file ??= await openNameless(this.path);
      await this.file.appendFile(Buffer.concat(waiting));
      waiting = [];
    };
    const reading = textsOf((text) => {
      if (count >= most) return;
      count += 1;
      block.push(text);
      if (block.length === TEXTS_IN_A_BLOCK) endBlock();
    });
    for await (const _ of readXml(pieces, reading)) {
      if (waiting.reduce((sum, { length }) => sum + length, 0) >= WRITTEN_AT_ONCE) await write();
      if (count >= most) break;
    }
    if (block.length > 0) endBlock();
    if (waiting.length > 0) await write();
  }

  private async load(block: number): Promise<Buffer | undefined> {
    const [start, end] = [this.places[block - this.held.length], this.places[block - this.held.length + 1]];
    if (!this.file || start === undefined || end === undefined) return undefined;
    this.recent ??= new RecentBlocks(REMEMBERED);
    const { buffer } = await this.file.read(this.recent.add(block, end - start), 0, end - start, start);
    return buffer;
  }
}

/** Each text as a whole: the pieces of one with formats, without how it is pronounced. */
function textsOf(add: (text: string) => void): Parameters<typeof readXml>[1] {
  let text = '';
  let isText = false;
  let isSound = false;
  return {
    opened: (name) => {
      if (name === 'si') text = '';
      else if (name === 't') isText = true;
      else if (name === 'rPh') isSound = true;
    },
    text: (piece) => {
      if (!isText || isSound) return;
      text += piece;
      if (text.length > LONGEST) throw new UnreadableFile({ ...fileFaults.workbook, words: { reason: 'A text is longer than 16 MB.' } });
    },
    closed: (name) => {
      if (name === 'si') add(unescapeText(text));
      else if (name === 't') isText = false;
      else if (name === 'rPh') isSound = false;
    },
  };
}

/** A file beside this one that nobody can find: its name is gone as soon as it is open. */
async function openNameless(path: string): Promise<FileHandle> {
  const name = `${path}.${randomUUID()}.texts`;
  const file = await open(name, 'wx+', 0o600);
  await rm(name, { force: true });
  return file;
}
