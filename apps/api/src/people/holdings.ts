import type { Model, ObjectModel } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { SqlSession } from '../database/sql-session.js';

/** What waits for a person or is theirs, and would stay behind if they left. */
export interface Holdings {
  readonly records: readonly { readonly object: string; readonly count: number }[];
  /** Undecided seats of open approvals. */
  readonly approvals: number;
  /** Open forms to fill in. */
  readonly forms: number;
  /** Titles of the queues whose documents name them. */
  readonly queues: readonly string[];
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

export async function readHoldings({ session, schema, model }: Place, { id, email }: { readonly id: string; readonly email: string }): Promise<Holdings> {
  const objects = ownedObjects(model);
  const counts = objects.map((object) => sql`select ${object.name}::text as object, count(*)::int as count from ${recordTable(schema, object)} where owner_id = ${id}::uuid and deleted_at is null`);
  const records = counts.length === 0 ? [] : await session.run<{ object: string; count: number }>(sql`select * from (${sql.join(counts, sql` union all `)}) one where count > 0 order by count desc, object`);
  const [waiting] = await session.run<{ approvals: number; forms: number }>(sql`select
    (select count(*)::int from ${orgTable(schema, 'approvalSeat')} seat join ${orgTable(schema, 'approval')} approval on approval.id = seat.approval_id
      where approval.status = 'open' and seat.level >= approval.level and seat.decision is null and seat.deciders @> array[${id}::uuid]) as approvals,
    (select count(*)::int from ${orgTable(schema, 'formTask')} where status = 'open' and user_id = ${id}::uuid) as forms`);
  const queues = model.queues.filter(({ members }) => members.some((member) => member.toLowerCase() === email.toLowerCase())).map(({ title }) => title);
  return { records, approvals: waiting?.approvals ?? 0, forms: waiting?.forms ?? 0, queues };
}
