import type { Model, ObjectModel } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';
import { isHandedOut } from '../list-views/view-audience.js';

/** What waits for people or is theirs, and would stay behind if they left. */
export interface Holdings {
  readonly records: readonly { readonly object: string; readonly count: number }[];
  /** Undecided seats of open approvals. */
  readonly approvals: number;
  /** Open forms to fill in. */
  readonly forms: number;
  /** Titles of the queues whose documents name them. */
  readonly queues: readonly string[];
  /** Exports and backups that the calendar asks for in their name. */
  readonly schedules: number;
  /** Saved lists that everybody uses. */
  readonly views: number;
  /** Webhooks that send what they may read, and keys that come in as them: these stop, and go to nobody. */
  readonly webhooks: number;
  readonly keys: number;
}

interface Place {
  readonly session: SqlSession;
  readonly schema: string;
  readonly model: Model;
}

/** Objects whose records have owners. */
export function ownedObjects({ objects }: Model): readonly ObjectModel[] {
  return objects.filter((object) => !object.platform && object.fieldByName.has('owner'));
}

export async function readHoldings({ session, schema, model }: Place, people: readonly { readonly id: string; readonly email: string }[]): Promise<Holdings> {
  const ids = people.map(({ id }) => id);
  const emails = new Set(people.map(({ email }) => email.toLowerCase()));
  const theirs = sql`any(${ids}::uuid[])`;
  const objects = ownedObjects(model);
  const counts = objects.map((object) => sql`select ${object.name}::text as object, count(*)::int as count from ${recordTable(schema, object)} where owner_id = ${theirs} and deleted_at is null`);
  const records = counts.length === 0 ? [] : await session.run<{ object: string; count: number }>(sql`select * from (${sql.join(counts, sql` union all `)}) one where count > 0 order by count desc, object`);
  const [waiting] = await session.run<Omit<Holdings, 'records' | 'queues'>>(sql`select
    (select count(*)::int from ${orgTable(schema, 'approvalSeat')} seat join ${orgTable(schema, 'approval')} approval on approval.id = seat.approval_id
      where approval.status = 'open' and seat.level >= approval.level and seat.decision is null and seat.deciders && ${ids}::uuid[]) as approvals,
    (select count(*)::int from ${orgTable(schema, 'formTask')} where status = 'open' and user_id = ${theirs}) as forms,
    (select count(*)::int from ${orgTable(schema, 'exportSchedule')} where active and user_id = ${theirs}) as schedules,
    (select count(*)::int from ${orgTable(schema, 'listView')} where ${isHandedOut} and owner_id = ${theirs}) as views,
    (select count(*)::int from ${orgTable(schema, 'webhook')} where active and owner_id = ${theirs}) as webhooks,
    (select count(*)::int from guanxi.api_key where user_id = ${theirs}) as keys`);
  const queues = model.queues.filter(({ members }) => members.some((member) => emails.has(member.toLowerCase()))).map(({ title }) => title);
  return { records, queues, ...(waiting ?? { approvals: 0, forms: 0, schedules: 0, views: 0, webhooks: 0, keys: 0 }) };
}
