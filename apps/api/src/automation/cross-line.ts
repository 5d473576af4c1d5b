import { crossDue, findAction, lockDue, programOf, triggerFamily, type Crossing } from '@guanxi/workflow';
import type { OrgDatabase } from '../database/org-database.js';
import type { Org } from '../orgs/org.js';
import { newId } from '../records/new-id.js';
import type { ActiveWorkflow } from './active-workflow.js';
import { classifyFailure } from './fair/classify-failure.js';
import { countRuns } from './fair/count-runs.js';
import type { Turns } from './fair/turns.js';
import { noteFirst } from './note-first.js';
import { performStep, type RunGroup, type StepPerformer } from './perform-step.js';
import { readRule } from './sweep-line.js';

const BATCH = 1_000;

/** The workflow was paused for making too many runs: those that it has made wait. */
class StandsStill extends Error {}

/**
 * Takes a batch of records over the line of a workflow: its runs come about and their first step is performed in one transaction, so
 * that each run is written once, with the step behind it. Answers how much there was to look at; undefined where it cannot be
 * done so and the runs have to be made before they begin: for a step that points to its run, for a workflow whose batches
 * do not go through, and for one that runs away. Nothing has happened then.
 */
export async function crossLine(database: OrgDatabase, org: Org, workflow: ActiveWorkflow, performer: StepPerformer, turns: Turns): Promise<number | undefined> {
  const { definition, place, revision, countsFrom } = workflow;
  if (triggerFamily(definition.trigger) !== 'due') return undefined;
  const [first] = programOf(definition, place.named);
  const group: RunGroup = { workflow_id: definition.guanxi.id, revision, step: 0, depth: 0, rests: false };
  const rule = first && findAction(first.step.action)?.beforeItsRun && turns.isSmooth(group) ? readRule(workflow) : undefined;
  if (!rule) return undefined;
  const now = performer.clock.now(org);
  let crossing = 0;
  try {
    return await database.transaction(org, async (tx) => {
      const held = await tx.run<{ record_id: string }>(lockDue(rule, BATCH));
      if (held.length === 0) return 0;
      const crossings = await tx.run<Crossing>(crossDue(rule, { recordIds: held.map(({ record_id: id }) => id), countsFrom, revision }));
      crossing = crossings.length;
      if (!(await countRuns(tx, rule.workflowId, crossing, now))) throw new StandsStill();
      // Ids that grow find their place at the end of each index.
      const runs = crossings.map(({ record_id }) => ({ id: newId(), record_id, attempts: 0, values: {}, woken: null, parent_id: null }));
      const begun = { rule, revision, crossings: new Map(crossings.map((one, index) => [runs[index]?.id ?? '', one])) };
      if (crossing > 0) await performStep(tx, group, runs, performer, (performed) => noteFirst(tx, performed, begun));
      return held.length;
    });
  } catch (error) {
    if (error instanceof StandsStill) return undefined;
    if (classifyFailure(error) === undefined) throw error;
    turns.noteFailure(group, crossing);
    return undefined;
  }
}
