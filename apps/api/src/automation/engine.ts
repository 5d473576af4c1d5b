import { Injectable } from '@nestjs/common';
import { Actors } from '../access/actors.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { RecordWriter } from '../records/record-writer.js';
import { readActiveWorkflows } from './active-workflow.js';
import { advanceRuns } from './advance-runs.js';
import { followPublished } from './follow-published.js';
import { matchEvents } from './match-events.js';
import { sweepLine } from './sweep-line.js';

/** Does what is to be done by itself in an org. Any number of workers may be at it at the same time. */
@Injectable()
export class Engine {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
    private readonly actors: Actors,
    private readonly writer: RecordWriter,
  ) {}

  /**
   * Matches events, sweeps lines and performs steps until there is nothing left, or the time is up: one org must not
   * keep a worker from the others. Answers whether something is left.
   */
  async work(org: Org, milliseconds = 5_000): Promise<boolean> {
    const until = Date.now() + milliseconds;
    await followPublished(this.database, org, this.models, this.clock);
    for (;;) {
      const matched = await this.match(org);
      const swept = await this.sweep(org);
      const advanced = await this.advance(org, until);
      if (matched + swept + advanced === 0) return false;
      if (Date.now() >= until) return true;
    }
  }

  private match(org: Org): Promise<number> {
    return this.database.transaction(org, (tx) => matchEvents(tx, this.models, this.clock));
  }

  private async sweep(org: Org): Promise<number> {
    let swept = 0;
    for (const workflow of await readActiveWorkflows(this.database.session(org), org, this.models, this.clock)) {
      swept += await this.database.transaction(org, (tx) => sweepLine(tx, workflow));
    }
    return swept;
  }

  private async advance(org: Org, until: number): Promise<number> {
    const performer = { models: this.models, clock: this.clock, actors: this.actors, writer: this.writer };
    let advanced = 0;
    for (;;) {
      const some = await advanceRuns(this.database, org, performer);
      advanced += some;
      if (some === 0 || Date.now() >= until) return advanced;
    }
  }
}
