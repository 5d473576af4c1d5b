import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { v7 as makeId } from 'uuid';
import { Clock } from '../config/clock.js';
import { Settings } from '../config/settings.js';
import { OrgDatabase } from '../database/org-database.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import type { Org } from '../orgs/org.js';
import { readContentType } from './content-type.js';
import { fileRefusals } from './file-wording.js';

/** What is known of an uploaded file beside its content. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
  readonly createdBy: string | null;
}

/** A file that lies at `path` on this machine. */
export interface IncomingFile {
  readonly path: string;
  readonly name: string;
  readonly userId: string;
}

/** Of a piece; a few of them are in memory at a time, however large the file is. */
export const PIECE_BYTES = 256 * 1024;
const MEGABYTE = 1024 * 1024;

/** Files in the database of the org, so that they are in its backups and gone with it. */
@Injectable()
export class FileStore {
  constructor(
    private readonly database: OrgDatabase,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** Takes the file in and puts it to its use, in one transaction: all of it or nothing. Throws `ApiFailure` for more than a person may have. */
  keep<T>(org: Org, { path, name, userId }: IncomingFile, use: (tx: OrgTransaction, file: StoredFile) => Promise<T>): Promise<T> {
    const id = makeId();
    return this.database.transaction(org, async (tx) => {
      const file = orgTable(org.schema, 'file');
      await this.refuseBeyondQuota(tx, userId, (await stat(path)).size);
      // The row comes first, because the pieces point to it; what only the end of the file tells is filled in afterwards.
      await tx.run(sql`insert into ${file} (id, name, content_type, size, sha256, created_by, created_at)
        values (${id}::uuid, ${name}, '', 0, '', ${userId}::uuid, ${this.clock.now(org)}::timestamptz)`);
      const hash = createHash('sha256');
      let contentType = '';
      let size = 0;
      let position = 0;
      for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Buffer>) {
        if (position === 0) contentType = readContentType(piece, name);
        hash.update(piece);
        await tx.run(sql`insert into ${orgTable(org.schema, 'fileContent')} (file_id, position, bytes) values (${id}::uuid, ${position}, ${piece}::bytea)`);
        size += piece.length;
        position += 1;
      }
      const sha256 = hash.digest('hex');
      await tx.run(sql`update ${file} set content_type = ${contentType}, size = ${size}, sha256 = ${sha256} where id = ${id}::uuid`);
      return use(tx, { id, name, contentType, size, sha256, createdBy: userId });
    });
  }

  /** Two at once may go past the end by one of them. */
  private async refuseBeyondQuota(tx: OrgTransaction, userId: string, bytes: number): Promise<void> {
    const { fileQuota, mostFiles } = this.settings;
    if (fileQuota === 0 && mostFiles === 0) return;
    const [own] = await tx.run<{ count: string; bytes: string }>(sql`select count(*) as count, coalesce(sum(size), 0) as bytes from ${orgTable(tx.org.schema, 'file')} where created_by = ${userId}::uuid`);
    if (mostFiles > 0 && Number(own?.count) >= mostFiles) throw new ApiFailure('BAD_REQUEST', { ...fileRefusals.tooMany, words: { limit: String(mostFiles) } });
    if (fileQuota > 0 && Number(own?.bytes) + bytes > fileQuota * MEGABYTE) throw new ApiFailure('BAD_REQUEST', { ...fileRefusals.quota, words: { limit: String(fileQuota) } });
  }

  async find(org: Org, id: string): Promise<StoredFile | undefined> {
    const [row] = await this.database.session(org).run<StoredFile>(
      sql`select id, name, content_type as "contentType", size, sha256, created_by as "createdBy" from ${orgTable(org.schema, 'file')} where id = ${id}::uuid`,
    );
    return row;
  }

  /** Piece by piece, as fast as the reader takes them. */
  async *read(org: Org, id: string): AsyncGenerator<Buffer> {
    const session = this.database.session(org);
    for (let position = 0; ; position += 1) {
      const [row] = await session.run<{ bytes: Buffer }>(sql`select bytes from ${orgTable(org.schema, 'fileContent')} where file_id = ${id}::uuid and position = ${position}`);
      if (!row) return;
      yield row.bytes;
    }
  }
}
