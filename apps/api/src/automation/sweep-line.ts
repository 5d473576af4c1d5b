import { Logger } from '@nestjs/common';
import { lockDue, NoLongerThere, readDueRule, sweepDue, triggerFamily, type DueRule } from '@guanxi/workflow';
import type { OrgTransaction } from '../database/sql-session.js';
import type { ActiveWorkflow } from './active-workflow.js';
import { countRuns } from './fair/count-runs.js';
import { sweepSchedule } from './sweep-schedule.js';

const logger = new Logger('Automation');
const BATCH = 2_000;

/** Makes the runs that time has brought to one workflow, a batch of them. Answers how much there was to look at; nothing, then nothing is left. */
export async function sweepLine(tx: OrgTransaction, workflow: Omit<ActiveWorkflow, 'isPaused'>, now: Date): Promise<number> {
  const family = triggerFamily(workflow.definition.trigger);
  if (family === 'schedule') return sweepSchedule(tx, workflow, now);
  return family === 'due' ? sweepDueTimes(tx, workflow, now) : 0;
}

async function sweepDueTimes(tx: OrgTransaction, { definition, place, revision, countsFrom }: Omit<ActiveWorkflow, 'isPaused'>, now: Date): Promise<number> {
  const rule = readRule({ definition, place });
  if (!rule) return 0;
  const held = await tx.run<{ record_id: string }>(lockDue(rule, BATCH));
  if (held.length === 0) return 0;
  const [swept] = await tx.run<{ made: number }>(sweepDue(rule, { recordIds: held.map(({ record_id: id }) => id), countsFrom, revision }));
  await countRuns(tx, definition.guanxi.id, swept?.made ?? 0, now);
  return held.length;
}

/** Undefined, and told in the log, where the tables no longer have what the workflow speaks of. */
export function readRule({ definition, place }: Pick<ActiveWorkflow, 'definition' | 'place'>): DueRule | undefined {
  try {
    return readDueRule(definition, place);
  } catch (error) {
    if (!(error instanceof NoLongerThere)) throw error;
    logger.warn(`Workflow ${definition.name} is passed over: ${error.message}`);
    return undefined;
  }
}
