import type { OrgDatabase } from '../database/org-database.js';
import type { Org } from '../orgs/org.js';
import { classifyFailure } from './fair/classify-failure.js';
import { holdRuns, type HeldRuns } from './fair/hold-runs.js';
import type { Turns } from './fair/turns.js';
import { noteFailure } from './note-failure.js';
import { performStep, type StepPerformer } from './perform-step.js';

/**
 * Performs the next step of runs that are ready: those of the workflow whose turn it is, one group of runs at the same step
 * as a batch. Where a batch does not go through it is halved until the runs that are in the way stand alone; only those are
 * tried again later. What is temporary says nothing about single runs: the whole batch waits. Answers how many runs were
 * looked at.
 */
export async function advanceRuns(database: OrgDatabase, org: Org, performer: StepPerformer, turns: Turns): Promise<number> {
  let held: HeldRuns | undefined;
  try {
    await database.transaction(org, async (tx) => {
      held = await holdRuns(tx, performer.clock.now(org), { last: turns.last, sizeFor: (group) => turns.sizeFor(group) });
      if (held) await performStep(tx, held.group, held.runs, performer);
    });
  } catch (error) {
    const failure = held && classifyFailure(error);
    if (!held || !failure) throw error;
    const { group, runs } = held;
    turns.noteFailure(group, runs.length);
    // The turn stays with the workflow until it is known which of its runs are in the way.
    if (failure.class !== 'temporary' && runs.length > 1) return advanceRuns(database, org, performer, turns);
    await noteFailure(database, org, { group, runs, failure, error, performer });
    turns.pass(group);
    return runs.length;
  }
  if (!held) return 0;
  turns.noteSuccess(held.group);
  turns.pass(held.group, held.weight);
  return held.runs.length;
}
