import { Injectable, Optional } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Actors } from '../access/actors.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { Metrics } from '../health/metrics.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { RecordWriter } from '../records/record-writer.js';
import { readActiveWorkflows } from './active-workflow.js';
import { advanceRuns } from './advance-runs.js';
import { forgetKept, readKept } from './fair/standing-still.js';
import { shareOf } from './fair/share-of.js';
import { Turns } from './fair/turns.js';
import { compareWhenDue } from './calls/judge-segment.js';
import { crossLine } from './cross-line.js';
import { followPublished } from './follow-published.js';
import { matchEvents, matchHeld } from './match-events.js';
import type { StepPerformer } from './perform-step.js';
import { readReadyWork, type ReadyWork } from './ready-work.js';
import { sweepLine } from './sweep-line.js';

const TURNS_PER_ROUND = 8;
/** Orgs of whose turns a process remembers whose was last. */
const MOST_ORGS = 10_000;
const NO_WEIGHTS: ReadonlyMap<string, number> = new Map();

/** Does what is to be done by itself in an org. Any number of workers may be at it at the same time. */
@Injectable()
export class Engine {
  private readonly turns = new LRUCache<string, Turns>({ max: MOST_ORGS });

  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
    private readonly actors: Actors,
    private readonly writer: RecordWriter,
    @Optional() private readonly metrics?: Metrics,
  ) {}

  /**
   * Matches events, sweeps lines and performs steps until there is nothing left, or the org's share is used up: it must not
   * keep a worker from the others. Answers whether something is left. Where somebody has stopped all automation nothing is
   * done and nothing is lost: events, due times and runs stay where they are. A round is a batch of events, one of each line,
   * and some turns of steps.
   */
  async work(org: Org, milliseconds: number = shareOf(org, NO_WEIGHTS), rounds: number = Number.POSITIVE_INFINITY): Promise<boolean> {
    const until = Date.now() + milliseconds;
    let ready = await this.look(org);
    if (ready.stopped) return false;
    await followPublished(this.database, org, this.models, this.clock);
    // What was followed may have left more to compare, to sweep and to perform than its rows say.
    if (ready.behind) ready = { ...ready, lines: true, comparisons: true, runs: true };
    for (let round = 1; ; round += 1) {
      const matched = ready.events ? await this.match(org) : 0;
      const released = ready.kept ? await this.release(org) : 0;
      const swept = ready.lines || ready.comparisons ? await this.sweep(org, until) : 0;
      const advanced = ready.runs || matched + released + swept > 0 ? await this.advance(org, until) : 0;
      if (matched + released + swept + advanced === 0) return false;
      if (Date.now() >= until || round >= rounds) return true;
      ready = await this.look(org);
      if (ready.stopped) return false;
    }
  }

  private async look(org: Org): Promise<ReadyWork> {
    const { revision } = await this.models.current(org);
    return readReadyWork(this.database.session(org), org.schema, { revision, now: this.clock.now(org) });
  }

  private match(org: Org): Promise<number> {
    return this.database.transaction(org, (tx) => matchEvents(tx, this.models, this.clock));
  }

  /** What was kept for workflows that were paused and now go on. What nobody waits for any more is forgotten. */
  private async release(org: Org): Promise<number> {
    const session = this.database.session(org);
    const kept = await readKept(session, org.schema);
    if (kept.length === 0) return 0;
    const workflows = await readActiveWorkflows(session, org, this.models, this.clock);
    let released = 0;
    for (const id of kept) {
      const workflow = workflows.find(({ definition }) => definition.guanxi.id === id);
      released += await this.database.transaction(org, (tx) => (workflow ? matchHeld(tx, workflow, this.models, this.clock) : forgetKept(tx, id)));
    }
    return released;
  }

  private async sweep(org: Org, until: number): Promise<number> {
    let swept = 0;
    const performer = this.performer();
    for (const workflow of await readActiveWorkflows(this.database.session(org), org, this.models, this.clock)) {
      // Those for which there is no time left take turns with the others that are ready.
      const crossed = workflow.isPaused ? 0 : Date.now() < until ? await crossLine(this.database, org, workflow, performer, this.turnsOf(org)) : undefined;
      swept += crossed ?? (await this.database.transaction(org, (tx) => sweepLine(tx, workflow, this.clock.now(org))));
      if ('segment' in workflow.definition.trigger) swept += await this.database.transaction(org, (tx) => compareWhenDue(tx, workflow, { models: this.models, now: this.clock.now(org) }), { statementTimeout: 0 });
    }
    return swept;
  }

  /** Some turns, then it is time to look at what has come meanwhile. */
  private async advance(org: Org, until: number): Promise<number> {
    const performer = this.performer();
    const turns = this.turnsOf(org);
    let advanced = 0;
    for (let turn = 0; turn < TURNS_PER_ROUND; turn += 1) {
      const some = await advanceRuns(this.database, org, performer, turns);
      advanced += some;
      if (some === 0 || Date.now() >= until) break;
    }
    return advanced;
  }

  private performer(): StepPerformer {
    return { models: this.models, clock: this.clock, actors: this.actors, writer: this.writer, ...(this.metrics && { metrics: this.metrics }) };
  }

  private turnsOf(org: Org): Turns {
    const turns = this.turns.get(org.id) ?? new Turns();
    this.turns.set(org.id, turns);
    return turns;
  }
}
