import { Injectable } from '@nestjs/common';
import { translate, type Model, type WorkflowDocument } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { triggerFamily } from '@guanxi/workflow';
import { sql } from 'kysely';
import { OrgDatabase } from '../database/org-database.js';
import { Models } from '../metadata/models.js';
import type { Asker } from './asker.js';
import { describeTrigger } from './describe-trigger.js';
import { WorkflowFares, type WorkflowFare } from './fair/workflow-fares.js';
import { findByName } from './find-by-name.js';
import { isOnBeforeSaves } from './save-switch.js';

export interface WorkflowState extends WorkflowFare {
  readonly name: string;
  readonly title: string;
  readonly object: string;
  readonly triggerText: string;
  readonly active: boolean;
  readonly activeSince: Date | null;
  readonly document: WorkflowDocument;
  readonly runs: number;
  readonly failed: number;
  readonly lastRunAt: Date | null;
  readonly nextDueAt: Date | null;
  readonly dueCount: number | null;
}

interface StateRow {
  readonly workflow_id: string;
  readonly active_since: Date | null;
  readonly runs: number;
  readonly failed: number;
  readonly last_run_at: Date | null;
  readonly next_due_at: Date | null;
  readonly due_count: number;
}

/** The published workflows, whether they are on, and how they fare. */
@Injectable()
export class WorkflowStates {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly fares: WorkflowFares,
  ) {}

  async list(asker: Asker): Promise<readonly WorkflowState[]> {
    const { model } = await this.models.current(asker.org);
    return this.describe(asker, model, model.workflows);
  }

  async find(asker: Asker, name: string): Promise<WorkflowState> {
    const { model } = await this.models.current(asker.org);
    const [state] = await this.describe(asker, model, [findByName(model.workflows, name)]);
    if (!state) throw new Error(`The state of ${name} was not read.`);
    return state;
  }

  private async describe({ org, locale }: Asker, model: Model, workflows: readonly WorkflowDocument[]): Promise<readonly WorkflowState[]> {
    const run = sql`${orgTable(org.schema, 'run')} as run where run.workflow_id = asked.id`;
    const waiting = sql`${orgTable(org.schema, 'due')} as due where due.workflow_id = asked.id and due.state = 'waiting'`;
    const rows = await this.database.session(org).run<StateRow>(sql`
      select asked.id as workflow_id, active.active_since,
        (select count(*)::int from ${run}) as runs,
        (select count(*)::int from ${run} and run.status = 'failed') as failed,
        (select max(run.started_at) from ${run}) as last_run_at,
        coalesce(active.firing_at, active.next_at, (select min(due.due_at) from ${waiting})) as next_due_at,
        (select count(*)::int from ${waiting}) as due_count
      from unnest(${workflows.map(({ guanxi }) => guanxi.id)}::text[]) as asked(id)
      left join ${orgTable(org.schema, 'activation')} as active on active.workflow_id = asked.id`);
    const fares = await this.fares.read(org, workflows.map(({ guanxi }) => guanxi.id));
    const byId = new Map(rows.map((row) => [row.workflow_id, row]));
    return workflows.map((workflow): WorkflowState => {
      const row = byId.get(workflow.guanxi.id);
      const fare = fares.get(workflow.guanxi.id);
      if (!fare) throw new Error(`How ${workflow.name} fares was not read.`);
      return {
        ...fare,
        name: workflow.name,
        title: translate(workflow.title, workflow.titles, locale),
        object: workflow.object,
        triggerText: describeTrigger(workflow, model, locale),
        active: row?.active_since != null || isOnBeforeSaves(workflow),
        activeSince: row?.active_since ?? null,
        document: workflow,
        runs: row?.runs ?? 0,
        failed: row?.failed ?? 0,
        lastRunAt: row?.last_run_at ?? null,
        nextDueAt: row?.next_due_at ?? null,
        dueCount: triggerFamily(workflow.trigger) === 'due' ? (row?.due_count ?? 0) : null,
      };
    });
  }
}
