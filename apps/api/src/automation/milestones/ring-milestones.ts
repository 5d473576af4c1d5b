import { orgTable } from '@guanxi/query';
import type { MilestoneMoment, RungMoment, RunTarget } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { StepTransaction } from '../transaction-ports.js';
import { endMet, type OpenMilestone } from './end-met.js';

interface Standing extends OpenMilestone {
  readonly run: string;
  readonly moment: MilestoneMoment;
  readonly name: string;
  readonly warn_at: Date | null;
  readonly due_at: Date;
  readonly ended_at: Date | null;
  readonly paused_at: Date | null;
}

/**
 * Whether the moments that runs stand for have come. It is judged by the times themselves and not by who comes first: what
 * was stopped, or became true, before the moment never rings, however late a worker looks.
 */
export async function ringMilestones(runs: readonly RunTarget[], step: StepTransaction): Promise<ReadonlyMap<string, RungMoment>> {
  const { tx, now } = step;
  const standing = await tx.run<Standing>(sql`
    select run.id as run, run.trigger ->> 'moment' as moment, milestone.id, milestone.object, milestone.record_id as record, milestone.revision, milestone.done_when, milestone.name,
      milestone.warn_at, milestone.due_at, milestone.ended_at, milestone.paused_at, milestone.started_at
    from ${orgTable(tx.org.schema, 'run')} as run join ${orgTable(tx.org.schema, 'milestone')} as milestone on milestone.id = (run.trigger ->> 'milestone')::uuid
    where run.id = any(${runs.map(({ runId }) => runId)}::uuid[]) order by milestone.id for update of milestone`);
  const met = await endMet(tx, standing.filter(({ ended_at: ended, done_when: done }) => ended === null && done !== null), step);
  return new Map(standing.map((one) => [one.run, judge(one, met.get(one.id) ?? one.ended_at, now)]));
}

function judge({ moment, name, warn_at: warnAt, due_at: dueAt, paused_at: pausedAt }: Standing, endedAt: Date | null, now: Date): RungMoment {
  const at = moment === 'warning' ? (warnAt ?? dueAt) : dueAt;
  if (endedAt && endedAt <= at) return { come: 'never', name, endedAt: endedAt.toISOString() };
  if (pausedAt && pausedAt < at) return { come: false, until: null };
  if (at > now) return { come: false, until: at.toISOString() };
  return { come: true, moment, name, at: at.toISOString() };
}
