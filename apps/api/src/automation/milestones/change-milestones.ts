import { orgTable } from '@guanxi/query';
import { storedObject, timeAfter, timeLeft, type MilestoneState, type RunTarget } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { StepTransaction } from '../transaction-ports.js';
import { milestoneCalendar } from './milestone-calendar.js';
import { moveMoments, type MovedMoments } from './wake-moments.js';

interface HeldMilestone {
  readonly id: string;
  readonly record: string;
  readonly calendar: string | null;
  readonly warn_at: Date | null;
  readonly due_at: Date;
  readonly paused_at: Date | null;
  readonly warn_left: number | null;
  readonly due_left: number | null;
}

/** What becomes of a clock; undefined leaves it alone. Times left in seconds. */
interface Changed {
  readonly ended?: Date;
  readonly paused?: Date;
  readonly warnAt?: Date | null;
  readonly dueAt?: Date;
  readonly warnLeft?: number | null;
  readonly dueLeft?: number;
}

export type ClockChange = 'stop' | 'pause' | 'resume';

/** Stops, pauses or resumes the clock of a name on the records of runs. */
export async function changeMilestones(does: ClockChange, { name, object: objectName, runs }: { readonly name: string; readonly object: string; readonly runs: readonly RunTarget[] }, step: StepTransaction): Promise<ReadonlyMap<string, MilestoneState>> {
  const { tx, place, now } = step;
  const object = place.named.objectByName.get(objectName);
  if (!object) throw new RangeError(`There is no object ${objectName} in the workflow's revision.`);
  const milestone = orgTable(tx.org.schema, 'milestone');
  const held = await tx.run<HeldMilestone>(sql`select id, record_id as record, calendar, warn_at, due_at, paused_at, warn_left, due_left from ${milestone}
    where record_id = any(${runs.map(({ recordId }) => recordId)}::uuid[]) and object = ${storedObject(place, object).id} and name = ${name} and ended_at is null order by id for update`);
  const changes = held.flatMap((row) => {
    const changed = changeOf[does](row, now, (until) => timeLeft(now.getTime(), until.getTime(), milestoneCalendar(row.calendar, place)), (length) => new Date(timeAfter(now.getTime(), length, milestoneCalendar(row.calendar, place))));
    return changed ? [{ row, changed }] : [];
  });
  const rows = changes.map(({ row, changed }) => ({
    id: row.id, ended: changed.ended ?? null, paused: changed.paused ?? null, warn: changed.warnAt === undefined ? row.warn_at : changed.warnAt, due: changed.dueAt ?? row.due_at, warn_left: changed.warnLeft ?? null, due_left: changed.dueLeft ?? null,
  }));
  await tx.run(sql`update ${milestone} as milestone set ended_at = given.ended, paused_at = given.paused, warn_at = given.warn, due_at = given.due, warn_left = given.warn_left, due_left = given.due_left
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, ended timestamptz, paused timestamptz, warn timestamptz, due timestamptz, warn_left double precision, due_left double precision) where milestone.id = given.id`);
  await moveMoments(tx, rows.map(({ id, ended, paused, warn, due }): MovedMoments => {
    const at = (moment: Date | null) => (ended ? now.toISOString() : paused ? null : (moment?.toISOString() ?? null));
    return { id, warning: at(warn), violated: at(due) };
  }));
  const states = new Map(changes.map(({ row, changed }) => [row.record, stateAfter(row, changed)]));
  return new Map(runs.flatMap(({ runId, recordId }) => {
    const state = states.get(recordId);
    return state ? [[runId, state] as const] : [];
  }));
}

type Change = (row: HeldMilestone, now: Date, left: (until: Date) => number, after: (milliseconds: number) => Date) => Changed | undefined;

const changeOf: Readonly<Record<ClockChange, Change>> = {
  // A clock that stood still has as much time left as when it was paused, so it is in time.
  stop: (row, now, _, after) => ({ ended: now, ...(row.paused_at && row.due_left !== null && { dueAt: after(row.due_left * 1000) }) }),

  // What has passed its target cannot be saved by standing still.
  pause(row, now, left) {
    if (row.paused_at || row.due_at <= now) return undefined;
    return { paused: now, dueLeft: left(row.due_at) / 1000, warnLeft: row.warn_at && row.warn_at > now ? left(row.warn_at) / 1000 : null };
  },

  resume(row, _now, _left, after) {
    if (!row.paused_at || row.due_left === null) return undefined;
    return { dueAt: after(row.due_left * 1000), ...(row.warn_left !== null && { warnAt: after(row.warn_left * 1000) }) };
  },
};

function stateAfter(row: HeldMilestone, { ended, paused, dueAt = row.due_at }: Changed): MilestoneState {
  return { state: ended ? (ended <= dueAt ? 'met' : 'late') : paused ? 'paused' : 'running', dueAt: dueAt.toISOString() };
}
