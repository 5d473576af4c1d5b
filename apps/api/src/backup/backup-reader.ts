import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { pipeline } from 'node:stream';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { BACKUP_FORMAT, BACKUP_VERSION, ROWS_END, type BackupEnd, type BackupHeader, type BackupTable, type SectionEnd } from './backup-format.js';
import { backupFaults } from './backup-wording.js';
import { LineCount } from './count-lines.js';
import { PRODUCT_VERSION } from './product-version.js';

export interface BackupSection {
  readonly table: BackupTable;
  /** To be read to their end before the next section is asked for. */
  readonly rows: AsyncGenerator<Buffer>;
  /** What the backup says of the rows; known when they have been read, and compared with them by then. */
  end(): SectionEnd;
}

const NEWLINE = 10;
const END = Buffer.from(`\n${ROWS_END}\n`);
/** A header names every column of an org. */
const LONGEST_LINE = 64 * 1_048_576;

/** Reads a backup from its beginning. Throws `ApiFailure` for what is no backup, or not a whole one. */
export class BackupReader {
  private rest: Buffer = Buffer.alloc(0);
  private isOver = false;
  private readonly pieces: AsyncIterator<Buffer>;
  private readonly source: NodeJS.ReadableStream & { destroy(): void };

  constructor(path: string) {
    const gunzip = createGunzip({ chunkSize: 256 * 1024 });
    pipeline(createReadStream(path), gunzip, () => undefined);
    this.source = gunzip;
    this.pieces = (gunzip as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  }

  close(): void {
    this.source.destroy();
  }

  async header(): Promise<BackupHeader> {
    const header = await this.json<BackupHeader>(backupFaults.noBackup);
    if (header.format !== BACKUP_FORMAT) throw new ApiFailure('BAD_REQUEST', backupFaults.noBackup);
    if (header.version > BACKUP_VERSION) throw new ApiFailure('BAD_REQUEST', { ...backupFaults.newer, words: { product: header.product, own: PRODUCT_VERSION } });
    return header;
  }

  async *sections({ tables }: BackupHeader): AsyncGenerator<BackupSection> {
    let total = 0;
    for (const table of tables) {
      const start = await this.json<{ table?: string }>(backupFaults.cutShort);
      if (start.table !== table.name) throw new ApiFailure('BAD_REQUEST', { ...backupFaults.damaged, words: { table: table.name } });
      let end: SectionEnd | undefined;
      const rows = this.rows(table, (found) => (end = found));
      yield {
        table,
        rows,
        end: () => {
          if (!end) throw new Error(`The rows of ${table.name} have not been read.`);
          return end;
        },
      };
      total += end?.rows ?? 0;
    }
    const last = await this.json<BackupEnd>(backupFaults.cutShort);
    if (last.end !== true || last.rows !== total) throw new ApiFailure('BAD_REQUEST', backupFaults.cutShort);
  }

  private async *rows(table: BackupTable, ended: (end: SectionEnd) => void): AsyncGenerator<Buffer> {
    const counted = new LineCount();
    for await (const piece of this.untilEnd()) {
      counted.add(piece);
      yield piece;
    }
    const found = counted.result();
    const said = await this.json<SectionEnd>(backupFaults.cutShort);
    if (said.rows !== found.rows || said.sha256 !== found.sha256) throw new ApiFailure('BAD_REQUEST', { ...backupFaults.damaged, words: { table: table.name } });
    ended(found);
  }

  /** What stands before the line that ends rows. */
  private async *untilEnd(): AsyncGenerator<Buffer> {
    // The end of no rows at all has no line before it.
    while (this.rest.length < END.length - 1 && (await this.more()));
    if (this.rest.subarray(0, END.length - 1).equals(END.subarray(1))) {
      this.rest = this.rest.subarray(END.length - 1);
      return;
    }
    for (;;) {
      const at = this.rest.indexOf(END);
      if (at >= 0) {
        yield this.rest.subarray(0, at + 1);
        this.rest = this.rest.subarray(at + END.length);
        return;
      }
      // The end may be cut by the end of what has come.
      const sure = this.rest.length - (END.length - 1);
      if (sure > 0) {
        yield this.rest.subarray(0, sure);
        this.rest = this.rest.subarray(sure);
      }
      if (!(await this.more())) throw new ApiFailure('BAD_REQUEST', backupFaults.cutShort);
    }
  }

  private async json<T>(otherwise: (typeof backupFaults)[keyof typeof backupFaults]): Promise<T> {
    let at = this.rest.indexOf(NEWLINE);
    while (at < 0 && this.rest.length < LONGEST_LINE && (await this.more())) at = this.rest.indexOf(NEWLINE);
    if (at < 0) throw new ApiFailure('BAD_REQUEST', otherwise);
    const text = this.rest.subarray(0, at).toString('utf8');
    this.rest = this.rest.subarray(at + 1);
    try {
      return JSON.parse(text) as T;
    } catch {
      throw new ApiFailure('BAD_REQUEST', otherwise);
    }
  }

  private async more(): Promise<boolean> {
    if (this.isOver) return false;
    try {
      const { value, done } = (await this.pieces.next()) as IteratorResult<Buffer, undefined>;
      if (done) this.isOver = true;
      else this.rest = this.rest.length === 0 ? value : Buffer.concat([this.rest, value]);
      return !this.isOver;
    } catch (error) {
      // What is no gzip stream, or only the beginning of one.
      const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
      if (code.startsWith('Z_')) throw new ApiFailure('BAD_REQUEST', code === 'Z_BUF_ERROR' ? backupFaults.cutShort : backupFaults.noBackup);
      throw error;
    }
  }
}
