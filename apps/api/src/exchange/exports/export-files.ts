import { createReadStream, type ReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';

/** Made files, in the data folder that API and workers share. Each is named by the id of its export. */
@Injectable()
export class ExportFiles {
  private readonly folder: string;

  constructor(settings: Settings) {
    this.folder = join(settings.dataFolder, 'exports');
  }

  /** A file is found only once it is whole. Tells of each piece how many bytes there are by then. */
  async write(id: string, pieces: AsyncIterable<Uint8Array>, told: (bytes: number) => Promise<void>): Promise<number> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const unfinished = `${this.path(id)}.part`;
    const file = await open(unfinished, 'w', 0o600);
    let bytes = 0;
    try {
      for await (const piece of pieces) {
        await writeWhole(file, piece);
        bytes += piece.length;
        await told(bytes);
      }
      await file.close();
      await rename(unfinished, this.path(id));
      return bytes;
    } catch (error) {
      await file.close().catch(() => undefined);
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  /** Undefined where there is none any more. */
  async read(id: string): Promise<ReadStream | undefined> {
    const path = this.path(id);
    return access(path).then(
      () => createReadStream(path),
      () => undefined,
    );
  }

  async remove(id: string): Promise<void> {
    await Promise.all([rm(this.path(id), { force: true }), rm(`${this.path(id)}.part`, { force: true })]);
  }

  private path(id: string): string {
    return join(this.folder, id);
  }
}

async function writeWhole(file: FileHandle, piece: Uint8Array): Promise<void> {
  for (let offset = 0; offset < piece.length; ) {
    const { bytesWritten } = await file.write(piece, offset);
    offset += bytesWritten;
  }
}
