import { Injectable } from '@nestjs/common';
import type { WorkflowDocument } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { fillDue, readDueRule, triggerFamily } from '@guanxi/workflow';
import { sql } from 'kysely';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { Queues } from '../queue/queues.js';
import { holdWorkflow, placeOf } from './active-workflow.js';
import { beginSegment } from './calls/judge-segment.js';
import { expectRuns } from './fair/count-runs.js';
import { findByName } from './find-by-name.js';
import { switchOff } from './follow-published.js';
import { keepCalendars } from './keep-calendars.js';
import { firstTime } from './sweep-schedule.js';

/** Switches published workflows on and off. */
@Injectable()
export class Activations {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
    private readonly queues: Queues,
  ) {}

  /**
   * Takes effect with its commit: what happens afterwards is never missed. A workflow that waits for a time gets its due times by
   * one statement; `includePast` says whether records already past the line fire at once or not at all.
   */
  async activate(org: Org, name: string, includePast: boolean): Promise<WorkflowDocument> {
    const { revision, model } = await this.models.current(org);
    const workflow = findByName(model.workflows, name);
    const now = this.clock.now(org);
    const id = workflow.guanxi.id;
    await this.database.transaction(org, async (tx) => {
      await holdWorkflow(tx, org, id);
      const [made] = await tx.run(sql`
        insert into ${orgTable(org.schema, 'activation')} (workflow_id, revision, active_since, counts_from, next_at)
        values (${id}, ${revision}, ${now}::timestamptz, ${includePast ? null : now}::timestamptz, ${firstTime(workflow, org.timeZone, now)}::timestamptz) on conflict do nothing returning workflow_id`);
      const place = placeOf(org, { named: model, stored: model }, this.clock);
      if (made) await beginSegment(tx, { definition: workflow, place }, now);
      if (!made || triggerFamily(workflow.trigger) !== 'due') return;
      await keepCalendars(tx, model, now);
      await tx.run(fillDue(readDueRule(workflow, place), includePast ? null : now));
      // Statements over them would else be planned as if there were none.
      await tx.run(sql`analyze ${orgTable(org.schema, 'due')}`);
      if (!includePast) return;
      // They come at once because somebody wants them to: no reason to pause it.
      const [past] = await tx.run<{ count: number }>(sql`select count(*)::int as count from ${orgTable(org.schema, 'due')} where workflow_id = ${id} and state = 'waiting' and due_at <= ${now}::timestamptz`);
      await expectRuns(tx, id, past?.count ?? 0);
    }, { statementTimeout: 0 });
    this.queues.wake('automation', org);
    return workflow;
  }

  /** Runs that have begun go on to their end; nothing new begins. */
  async deactivate(org: Org, name: string): Promise<WorkflowDocument> {
    const { model } = await this.models.current(org);
    const workflow = findByName(model.workflows, name);
    await this.database.transaction(org, async (tx) => {
      await holdWorkflow(tx, org, workflow.guanxi.id);
      await switchOff(tx, workflow.guanxi.id);
    });
    return workflow;
  }
}
