import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { compileStatement } from '../database/compile-statement.js';
import type { SqlSession } from '../database/sql-session.js';
import { isComparisonDue } from './calls/judge-segment.js';
import { isRunReady } from './fair/hold-runs.js';
import { isKeptToRelease } from './fair/standing-still.js';

/** What of an org's automation there is to be done, part by part. */
export interface ReadyWork {
  /** Somebody has stopped all of it. */
  readonly stopped: boolean;
  /** Something is switched on that does not follow the published revision. */
  readonly behind: boolean;
  readonly events: boolean;
  /** Changes that were kept for a workflow that goes on by now. */
  readonly kept: boolean;
  /** Due times and times of schedules that have come. */
  readonly lines: boolean;
  readonly comparisons: boolean;
  readonly runs: boolean;
}

interface Moment {
  readonly revision: number;
  readonly now: Date;
}

/** One statement of a few index look-ups, planned once for each connection: most jobs find little, and each asks several times. */
export async function readReadyWork(session: SqlSession, schema: string, moment: Moment): Promise<ReadyWork> {
  const columns = Object.entries(partsOf(schema, moment)).map(([name, part]) => sql`${part} as ${sql.id(name)}`);
  const [ready] = await session.run<ReadyWork>({ ...compileStatement(sql`select ${sql.join(columns)}`), name: `ready ${schema}` });
  if (!ready) throw new Error('PostgreSQL did not say what is ready.');
  return ready;
}

/** Whether there is anything to be done, as a part of a larger question. */
export function isWorkReady(schema: string, moment: Moment): RawBuilder<boolean> {
  const { stopped, ...parts } = partsOf(schema, moment);
  return sql<boolean>`(not ${stopped} and (${sql.join(Object.values(parts), sql` or `)}))`;
}

function partsOf(schema: string, { revision, now: at }: Moment): Readonly<Record<keyof ReadyWork, RawBuilder<unknown>>> {
  const now = sql`${at}::timestamptz`;
  const table = (name: Parameters<typeof orgTable>[1]) => orgTable(schema, name);
  const moves = sql`not exists (select from ${table('workflowControl')} as control where control.workflow_id = active.workflow_id and control.paused_at is not null)`;
  return {
    stopped: sql`exists (select from ${table('automationStop')})`,
    behind: sql`exists (select from ${table('activation')} where revision <> ${revision}::int)`,
    events: sql`exists (select from ${table('event')})`,
    kept: isKeptToRelease(schema),
    lines: sql`exists (select from ${table('activation')} as active where ${moves} and (active.firing_at is not null or active.next_at <= ${now}
      or exists (select from ${table('due')} as due where due.workflow_id = active.workflow_id and due.state = 'waiting' and due.due_at <= ${now})))`,
    comparisons: isComparisonDue(schema, at),
    runs: isRunReady(schema, now),
  };
}
