import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';

/** The record that stays is on the lists of those that became it; these keep their places for the day they come back. */
export async function takePlacesOnLists(session: SqlSession, schema: string, into: string, from: readonly string[]): Promise<void> {
  const member = orgTable(schema, 'listMember');
  await session.run(sql`
    insert into ${member} (list_id, record_id, added_at, through)
    select distinct on (list_id) list_id, ${into}::uuid, added_at, record_id from ${member} where record_id = any(${[...from]}::uuid[]) order by list_id, added_at
    on conflict do nothing`);
}

/** The merge is taken apart: the record leaves the lists that it came to in the place of the one that is back. */
export async function leavePlacesOnLists(session: SqlSession, schema: string, into: string, back: string): Promise<void> {
  await session.run(sql`delete from ${orgTable(schema, 'listMember')} where record_id = ${into}::uuid and through = ${back}::uuid`);
}
