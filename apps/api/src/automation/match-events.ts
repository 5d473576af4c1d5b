import { Logger } from '@nestjs/common';
import { affectedRecords, forgetEvents, matchChanges, NoLongerThere, readDueRule, refreshDue, SKIPPED_LANE, takeEvents, triggerFamily, type MatchedChanges, type TakenEvent } from '@guanxi/workflow';
import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import type { Clock } from '../config/clock.js';
import type { OrgTransaction } from '../database/sql-session.js';
import { holdWorkflow, readActiveWorkflows, type ActiveWorkflow, type ModelSource } from './active-workflow.js';
import { judgeChanged } from './calls/judge-segment.js';
import { countRuns } from './fair/count-runs.js';
import { originsOfChanges } from '../tracing/origins.js';
import { tracing } from '../tracing/tracing.js';
import { nameLoops } from './fair/name-loops.js';
import { stopMetMilestones } from './milestones/stop-met-milestones.js';

const logger = new Logger('Automation');
const BATCH = 2_000;

/**
 * Takes a batch of events, makes the runs they set off, moves the due times they touch, and forgets them: all in the
 * caller's transaction, so that an event is either still there or has done everything it had to. What a paused workflow
 * would have looked at is kept for it. Answers how many.
 */
export async function matchEvents(tx: OrgTransaction, models: ModelSource, clock: Clock): Promise<number> {
  const events = await tx.run<TakenEvent>(takeEvents(tx.org.schema, BATCH));
  if (events.length === 0) return 0;
  const { on } = tracing;
  if (!on) return match(tx, events, models, clock);
  const from = await originsOfChanges(tx, tx.org.schema, events.map(({ history_id: id }) => id));
  return on.span('match events', { 'guanxi.event.count': events.length }, () => match(tx, events, models, clock), { kind: 'consumer', from });
}

async function match(tx: OrgTransaction, events: readonly TakenEvent[], models: ModelSource, clock: Clock): Promise<number> {
  const live = events.filter(({ lane }) => lane !== SKIPPED_LANE);
  const skipped = events.filter(({ lane }) => lane === SKIPPED_LANE);
  const now = clock.now(tx.org);
  for (const workflow of await readActiveWorkflows(tx, tx.org, models, clock)) {
    await matchWorkflow(tx, workflow, live, { models, now });
    if ('segment' in workflow.definition.trigger) await judgeSkippedToo(tx, workflow, { live, skipped, models, now });
    // A line that was crossed by a change that is skipped does not fire either.
    if (isOfTime(workflow)) await matchWorkflow(tx, { ...workflow, countsFrom: now }, skipped, { models, now });
  }
  await stopMetMilestones(tx, events.map(({ history_id: id }) => id), models, clock);
  await tx.run(forgetEvents(tx.org.schema, events));
  return events.length;
}

/** The same for changes that were kept for a workflow while it was paused. Answers how many. */
export async function matchHeld(tx: OrgTransaction, workflow: ActiveWorkflow, models: ModelSource, clock: Clock): Promise<number> {
  const held = orgTable(tx.org.schema, 'heldEvent');
  const events = await tx.run<Omit<TakenEvent, 'lane'>>(sql`with taken as materialized (
      select history_id from ${held} where workflow_id = ${workflow.definition.guanxi.id} order by history_id limit ${BATCH} for update skip locked
    ), forgotten as (
      delete from ${held} as held using taken where held.workflow_id = ${workflow.definition.guanxi.id} and held.history_id = taken.history_id
    )
    select history.id::text as history_id, history.object, history.kind
    from taken join ${orgTable(tx.org.schema, 'history')} as history on history.id = taken.history_id order by history.id`);
  await matchWorkflow(tx, { ...workflow, isPaused: false }, events, { models, now: clock.now(tx.org) });
  return events.length;
}

/** Who is in a list view is kept up to date whatever happens; what a workflow that stands still begins waits as runs. */
async function judgeSkippedToo(tx: OrgTransaction, workflow: ActiveWorkflow, { live, skipped, ...judging }: Matching & { readonly live: readonly TakenEvent[]; readonly skipped: readonly TakenEvent[] }): Promise<void> {
  const idsOf = (events: readonly TakenEvent[]) => events.map(({ history_id: id }) => id);
  await judgeChanged(tx, workflow, { ...judging, historyIds: idsOf(skipped), fires: false });
  await judgeChanged(tx, workflow, { ...judging, historyIds: idsOf(live), fires: true });
}

interface Matching {
  readonly models: ModelSource;
  readonly now: Date;
}

async function matchWorkflow(tx: OrgTransaction, workflow: ActiveWorkflow, events: readonly Omit<TakenEvent, 'lane'>[], { models, now }: Matching): Promise<void> {
  const historyIds = events.map(({ history_id: id }) => id);
  const plan = planMatch(workflow, historyIds);
  if (!plan || !events.some(({ object }) => plan.objects.has(object))) return;
  const id = workflow.definition.guanxi.id;
  if (workflow.isPaused && !isOfTime(workflow)) {
    const kept = events.filter(({ object }) => plan.objects.has(object)).map(({ history_id: historyId }) => historyId);
    await tx.run(sql`insert into ${orgTable(tx.org.schema, 'heldEvent')} (workflow_id, history_id) select ${id}, unnest(${kept}::bigint[]) on conflict do nothing`);
    return;
  }
  if (plan.holds) await holdWorkflow(tx, tx.org, id);
  const [matched] = await tx.run<MatchedChanges>(plan.statement);
  if (!matched || isOfTime(workflow)) return;
  await countRuns(tx, id, matched.counted, now);
  if (matched.looped.length > 0) await nameLoops(tx, matched.looped, models, now);
}

/** Its due times move with changes, also while it is paused; only what crosses the line waits. */
function isOfTime({ definition }: ActiveWorkflow): boolean {
  return triggerFamily(definition.trigger) === 'due';
}

interface MatchPlan {
  /** Ids of the objects whose changes matter. */
  readonly objects: ReadonlySet<string>;
  readonly holds: boolean;
  readonly statement: RawBuilder<unknown>;
}

function planMatch({ definition, place, revision, activeSince, countsFrom }: ActiveWorkflow, historyIds: readonly string[]): MatchPlan | undefined {
  try {
    if (triggerFamily(definition.trigger) === 'due') {
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
