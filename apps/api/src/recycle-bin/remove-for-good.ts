import type { ObjectModel } from '@guanxi/metadata';
import { orgTable, recordTable, type OrgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';

/** What hangs on records by their id. */
const HANGING: readonly OrgTable[] = ['comment', 'attachment', 'attachmentEvent', 'milestone', 'share', 'shareEvent', 'notificationMute', 'follower'];

/** Records of one object with their comments, files, shares and old values. Details go before their masters. */
export async function removeForGood(tx: SqlSession, schema: string, object: ObjectModel, ids: readonly string[]): Promise<void> {
  const these = sql`object = ${object.id} and record_id = any(${[...ids]}::uuid[])`;
  for (const table of HANGING) await tx.run(sql`delete from ${orgTable(schema, table)} where ${these}`);
  for (const table of ['notification', 'listMember'] as const) await tx.run(sql`delete from ${orgTable(schema, table)} where record_id = any(${[...ids]}::uuid[])`);
  await tx.run(sql`update ${orgTable(schema, 'history')} set changes = '{}' where ${these}`);
  await tx.run(sql`delete from ${recordTable(schema, object)} where id = any(${[...ids]}::uuid[])`);
}
