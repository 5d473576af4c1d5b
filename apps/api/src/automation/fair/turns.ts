import type { RunGroup } from '../perform-step.js';

const MOST = 500;

/**
 * Whose turn it is among the workflows of an org, and how many runs of a step to take at once: all where nothing fails, one
 * after a failure, twice as many after each success. Only remembered: another worker, or this one after a restart, begins
 * anew and loses nothing.
 */
export class Turns {
  /** Id of the workflow whose turn was over last. */
  last = '';
  /** Id of the workflow whose turn is not over, and the batches it has had. */
  private at = '';
  private had = 0;
  private readonly sizes = new Map<string, number>();

  /** Ends a batch. The next turn is another workflow's, once this one has had as many as it weighs. */
  pass({ workflow_id: workflow }: RunGroup, weight = 1): void {
    this.had = workflow === this.at ? this.had + 1 : 1;
    this.at = workflow;
    if (this.had < weight) return;
    this.last = workflow;
    this.at = '';
  }

  sizeFor(group: RunGroup): number {
    return this.sizes.get(keyOf(group)) ?? MOST;
  }

  /** Whether batches of it have gone through lately, as far as is known. */
  isSmooth(group: RunGroup): boolean {
    return !this.sizes.has(keyOf(group));
  }

  noteSuccess(group: RunGroup): void {
    const size = this.sizes.get(keyOf(group));
    if (size === undefined) return;
    if (size * 2 >= MOST) this.sizes.delete(keyOf(group));
    else this.sizes.set(keyOf(group), size * 2);
  }

  /** Of a batch that did not go through: half of it next, until the runs in the way stand alone. */
  noteFailure(group: RunGroup, runs: number): void {
    this.sizes.set(keyOf(group), Math.max(1, Math.ceil(runs / 2)));
  }
}

function keyOf({ workflow_id: workflow, revision, step, depth, rests }: RunGroup): string {
  return `${workflow} ${revision} ${step} ${depth} ${rests}`;
}
