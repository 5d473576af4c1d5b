import { Logger } from '@nestjs/common';
import { affectedRecords, forgetEvents, matchChanges, NoLongerThere, readDueRule, refreshDue, takeEvents, triggerFamily, type TakenEvent } from '@guanxi/workflow';
import type { RawBuilder } from 'kysely';
import type { Clock } from '../config/clock.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { holdWorkflow, readActiveWorkflows, type ActiveWorkflow, type ModelSource } from './active-workflow.js';

const logger = new Logger('Automation');
const BATCH = 2_000;

/**
 * Takes a batch of events, makes the runs they set off, moves the due times they touch, and forgets them: all in the
 * caller's transaction, so that an event is either still there or has done everything it had to. Answers how many.
 */
export async function matchEvents(tx: OrgTransaction, models: ModelSource, clock: Clock): Promise<number> {
  const events = await tx.run<TakenEvent>(takeEvents(tx.org.schema, BATCH));
  if (events.length === 0) return 0;
  const historyIds = events.map(({ history_id: id }) => id);
  for (const workflow of await readActiveWorkflows(tx, tx.org, models, clock)) await matchWorkflow(tx, workflow, events, historyIds);
  await tx.run(forgetEvents(tx.org.schema, historyIds));
  return events.length;
}

async function matchWorkflow(tx: OrgTransaction, workflow: ActiveWorkflow, events: readonly TakenEvent[], historyIds: readonly string[]): Promise<void> {
  const plan = planMatch(workflow, historyIds);
  if (!plan || !events.some(({ object }) => plan.objects.has(object))) return;
  if (plan.holds) await holdWorkflow(tx, tx.org, workflow.definition.guanxi.id);
  await tx.run(plan.statement);
}

interface MatchPlan {
  /** Ids of the objects whose changes matter. */
  readonly objects: ReadonlySet<string>;
  readonly holds: boolean;
  readonly statement: RawBuilder<unknown>;
}

function planMatch({ definition, place, revision, activeSince, countsFrom }: ActiveWorkflow, historyIds: readonly string[]): MatchPlan | undefined {
  try {
    if ('elapsed' in definition.trigger) {
      const rule = readDueRule(definition, place);
      const objects = new Set([rule.object.id, rule.anchor.source.id]);
      return { objects, holds: true, statement: refreshDue(rule, affectedRecords(rule, historyIds), countsFrom) };
    }
    if (triggerFamily(definition.trigger) !== 'change') return undefined;
    const object = place.named.objectByName.get(definition.object);
    return object && { objects: new Set([object.id]), holds: false, statement: matchChanges(definition, place, { historyIds, revision, activeSince }) };
  } catch (error) {
    // Between publishing and following, a definition may speak of what is gone. It could not run any more; others go on.
    if (!(error instanceof NoLongerThere)) throw error;
    logger.warn(`Workflow ${definition.name} is passed over: ${error.message}`);
    return undefined;
  }
}
