import { createHash } from 'node:crypto';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { v7 as makeId } from 'uuid';
import type { OrgTransaction } from '../database/sql-session.js';
import { PIECE_BYTES, type StoredFile } from './file-store.js';

interface BytesToKeep {
  readonly bytes: Buffer;
  readonly name: string;
  readonly contentType: string;
  readonly userId: string;
  readonly at: Date;
}

/** Keeps what the platform has made itself, in the caller's transaction. */
export async function keepBytes(tx: OrgTransaction, { bytes, name, contentType, userId, at }: BytesToKeep): Promise<StoredFile> {
  const id = makeId();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await tx.run(sql`insert into ${orgTable(tx.org.schema, 'file')} (id, name, content_type, size, sha256, created_by, created_at)
    values (${id}::uuid, ${name}, ${contentType}, ${bytes.length}, ${sha256}, ${userId}::uuid, ${at}::timestamptz)`);
  for (let position = 0; position * PIECE_BYTES < bytes.length; position += 1) {
    const piece = bytes.subarray(position * PIECE_BYTES, (position + 1) * PIECE_BYTES);
    await tx.run(sql`insert into ${orgTable(tx.org.schema, 'fileContent')} (file_id, position, bytes) values (${id}::uuid, ${position}, ${piece}::bytea)`);
  }
  return { id, name, contentType, size: bytes.length, sha256, createdBy: userId };
}
