import type { Model, WorkflowDocument } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import type { CountsFrom, OrgPlace } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { Clock } from '../config/clock.js';
import type { SqlSession } from '../database/sql-session.js';
import type { PublishedModel } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';

/** A workflow that is switched on, with the definition that is in force. */
export interface ActiveWorkflow {
  readonly definition: WorkflowDocument;
  readonly revision: number;
  readonly activeSince: Date;
  readonly countsFrom: CountsFrom;
  /** It stands still alone: what it would do waits. */
  readonly isPaused: boolean;
  readonly place: OrgPlace;
}

export interface ActivationRow {
  readonly workflow_id: string;
  readonly revision: number;
  readonly active_since: Date;
  readonly counts_from: Date | null;
}

/** Where the models of revisions come from. */
export interface ModelSource {
  current(org: Org): Promise<PublishedModel>;
  at(org: Org, revision: number): Promise<Model>;
}

/** Everything that is switched on in an org, in the order of the ids, so that locks are always taken in the same order. */
export async function readActiveWorkflows(session: SqlSession, org: Org, models: ModelSource, clock: Clock): Promise<readonly ActiveWorkflow[]> {
  const rows = await session.run<ActivationRow & { readonly is_paused: boolean }>(sql`
    select active.workflow_id, active.revision, active.active_since, active.counts_from, control.paused_at is not null as is_paused
    from ${orgTable(org.schema, 'activation')} as active left join ${orgTable(org.schema, 'workflowControl')} as control on control.workflow_id = active.workflow_id
    order by active.workflow_id`);
  const { model: stored } = await models.current(org);
  const found = await Promise.all(rows.map(async (row): Promise<ActiveWorkflow | undefined> => {
    const named = await models.at(org, row.revision);
    const definition = findWorkflow(named, row.workflow_id);
    return definition && {
      definition,
      revision: row.revision,
      activeSince: row.active_since,
      countsFrom: row.counts_from,
      isPaused: row.is_paused,
      place: placeOf(org, { named, stored }, clock),
    };
  }));
  return found.filter((workflow) => workflow !== undefined);
}

export function findWorkflow(model: Model, id: string): WorkflowDocument | undefined {
  return model.workflows.find((workflow) => workflow.guanxi.id === id);
}

export function placeOf(org: Org, { named, stored }: Pick<OrgPlace, 'named' | 'stored'>, clock: Clock): OrgPlace {
  return { schema: org.schema, named, stored, timeZone: org.timeZone, org: { name: org.name, currency: org.currency, timeZone: org.timeZone }, now: sql`${clock.now(org).toISOString()}::timestamptz` };
}

/**
 * Keeps others from working on the due times of a workflow until the transaction ends. Without it, of two workers that
 * bring the same row up to date the one with the older view could be the last to write.
 */
export async function holdWorkflow(session: SqlSession, org: Org, workflowId: string): Promise<void> {
  await session.run(sql`select pg_advisory_xact_lock(hashtextextended(${`${org.schema}/${workflowId}`}::text, 0))`);
}
