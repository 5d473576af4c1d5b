import { Logger } from '@nestjs/common';
import type { WorkflowDocument } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { makeScheduledRuns, nextTime, NoLongerThere } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { OrgTransaction } from '../database/sql-session.js';
import type { ActiveWorkflow } from './active-workflow.js';
import { countRuns } from './fair/count-runs.js';

const logger = new Logger('Automation');
const BATCH = 5_000;
/** Of times that were missed while nobody was there to see them, the latest so many are made up. */
const MOST_MISSED = 100;

interface Schedule {
  readonly next_at: Date | null;
  readonly firing_at: Date | null;
  readonly fired_to: string | null;
}

/**
 * Makes a batch of the runs of one time of a schedule. Which time, and up to which record, is kept with the activation and
 * moves on in the transaction that makes the runs: whenever a worker dies, the next one goes on where the last batch ended,
 * and two workers never make the same one. Times that were missed come one after another, oldest first, because each
 * of them stands for something that was to be done, such as a month's invoices. Answers whether something was done.
 */
export async function sweepSchedule(tx: OrgTransaction, { definition, place, revision }: Pick<ActiveWorkflow, 'definition' | 'place' | 'revision'>, now: Date): Promise<number> {
  const { schedule } = definition.trigger as Extract<WorkflowDocument['trigger'], { schedule: unknown }>;
  const activation = orgTable(tx.org.schema, 'activation');
  const [held] = await tx.run<Schedule>(sql`
    select next_at, firing_at, fired_to::text as fired_to from ${activation}
    where workflow_id = ${definition.guanxi.id} and (firing_at is not null or next_at <= ${now}::timestamptz) for update skip locked`);
  if (!held) return 0;
  const zone = schedule.timeZone ?? tx.org.timeZone;
  const at = held.firing_at ?? latestOf(held.next_at ?? now, { cron: schedule.cron, zone, now, name: definition.name });
  const batch = await makeBatch(tx, { definition, place, revision }, { at, after: held.firing_at ? held.fired_to : null });
  await countRuns(tx, definition.guanxi.id, batch.count, now);
  const isDone = batch.count < BATCH;
  const next = held.firing_at ? held.next_at : (nextTime(schedule.cron, zone, at) ?? null);
  await tx.run(sql`update ${activation} set next_at = ${next}::timestamptz, firing_at = ${isDone ? null : at}::timestamptz, fired_to = ${isDone ? null : batch.last}::uuid
    where workflow_id = ${definition.guanxi.id}`);
  return 1;
}

/** When a schedule is due first after it was switched on or changed; null for a workflow of another kind. */
export function firstTime({ trigger }: WorkflowDocument, orgTimeZone: string, now: Date): Date | null {
  if (!('schedule' in trigger)) return null;
  return nextTime(trigger.schedule.cron, trigger.schedule.timeZone ?? orgTimeZone, now) ?? null;
}

async function makeBatch(tx: OrgTransaction, { definition, place, revision }: Pick<ActiveWorkflow, 'definition' | 'place' | 'revision'>, { at, after }: { readonly at: Date; readonly after: string | null }): Promise<{ readonly count: number; readonly last: string | null }> {
  try {
    const [batch] = await tx.run<{ count: number; last: string | null }>(makeScheduledRuns(definition, place, { at, after, limit: BATCH, revision }));
    return batch ?? { count: 0, last: null };
  } catch (error) {
    if (!(error instanceof NoLongerThere)) throw error;
    logger.warn(`Workflow ${definition.name} is passed over: ${error.message}`);
    return { count: 0, last: null };
  }
}

interface Missed {
  readonly cron: string;
  readonly zone: string;
  readonly now: Date;
  readonly name: string;
}

function latestOf(first: Date, { cron, zone, now, name }: Missed): Date {
  const missed = [first];
  for (let next = nextTime(cron, zone, first); next && next <= now; next = nextTime(cron, zone, next)) missed.push(next);
  if (missed.length > MOST_MISSED) logger.warn(`Of ${missed.length} times that the schedule of ${name} was missed, the latest ${MOST_MISSED} are made up.`);
  return missed.at(-MOST_MISSED) ?? first;
}
