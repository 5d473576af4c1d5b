import { createWriteStream } from 'node:fs';
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { v7 as makeId, validate as isId } from 'uuid';
import { Settings } from '../../config/settings.js';
import type { FileFormatName } from '../formats/file-format.js';
import { fileReaders, findFormat } from '../formats/file-readers.js';
import type { FileBeginning, ReadingWish } from '../formats/reader.js';

/** A file that was taken in and waits to be imported. */
export interface Upload {
  readonly id: string;
  readonly orgId: string;
  readonly userId: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly kind: FileFormatName;
}

const KEPT_FOR_MS = 7 * 24 * 3_600_000;

/**
 * Files on their way in, in the data folder, which API and workers share. Each has a neighbour that says whose it is.
 * They are kept for a week, so that an import can be run again with another mapping.
 */
@Injectable()
export class Uploads {
  private readonly folder: string;

  constructor(settings: Settings) {
    this.folder = join(settings.dataFolder, 'uploads');
  }

  /** Throws `UnreadableFile` for what is no file of a known format. */
  async keep(content: Readable, owner: Pick<Upload, 'orgId' | 'userId' | 'fileName'>): Promise<Upload> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await this.removeOld();
    const id = makeId();
    try {
      await pipeline(content, createWriteStream(this.path(id), { mode: 0o600 }));
      const { size } = await stat(this.path(id));
      const upload = { id, ...owner, bytes: size, kind: await findFormat(this.path(id)) };
      await writeFile(`${this.path(id)}.json`, JSON.stringify(upload), { mode: 0o600 });
      return upload;
    } catch (failure) {
      await rm(this.path(id), { force: true });
      throw failure;
    }
  }

  /** Undefined for an id that is unknown, too old, or of another org. */
  async find(id: string, orgId: string): Promise<Upload | undefined> {
    if (!isId(id)) return undefined;
    const text = await readFile(`${this.path(id)}.json`, 'utf8').catch(() => undefined);
    const upload = text === undefined ? undefined : (JSON.parse(text) as Upload);
    return upload?.orgId === orgId ? upload : undefined;
  }

  /** The file as it begins, read as somebody wishes. Throws `UnreadableFile`. */
  readBeginning({ id, kind }: Pick<Upload, 'id' | 'kind'>, wish: ReadingWish, rows = 20): Promise<FileBeginning> {
    return fileReaders[kind].readBeginning(this.path(id), wish, rows);
  }

  path(id: string): string {
    return join(this.folder, `${id}.upload`);
  }

  /** Where the rejected rows of an import go. */
  rejectedPath(importId: string): string {
    return join(this.folder, `${importId}.rejected`);
  }

  async remove(id: string): Promise<void> {
    await Promise.all([rm(this.path(id), { force: true }), rm(`${this.path(id)}.json`, { force: true })]);
  }

  async removeRejected(importId: string): Promise<void> {
    await rm(this.rejectedPath(importId), { force: true });
  }

  private async removeOld(): Promise<void> {
    for (const name of await readdir(this.folder)) {
      const path = join(this.folder, name);
      const found = await stat(path).catch(() => undefined);
      if (found && Date.now() - found.mtimeMs > KEPT_FOR_MS) await rm(path, { force: true });
    }
  }
}
