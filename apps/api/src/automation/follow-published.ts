import { isDeepStrictEqual } from 'node:util';
import type { Model, WorkflowDocument } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { describeLine, fillDue, NoLongerThere, readDueRule, triggerFamily } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { Clock } from '../config/clock.js';
import type { OrgDatabase } from '../database/org-database.js';
import type { OrgTransaction } from '../database/sql-session.js';
import type { Org } from '../orgs/org.js';
import { findWorkflow, holdWorkflow, placeOf, type ActivationRow, type ModelSource } from './active-workflow.js';
import { forgetCalendars, keepCalendars } from './keep-calendars.js';
import { sweepLine } from './sweep-line.js';
import { firstTime } from './sweep-schedule.js';

/**
 * Brings what is switched on up to the published revision. Where the line itself is another now, the old definition first
 * fires what has already crossed it; then all due times are counted anew, and only lines crossed from now on count.
 */
export async function followPublished(database: OrgDatabase, org: Org, models: ModelSource, clock: Clock): Promise<void> {
  const { revision, model } = await models.current(org);
  const isNewTime = model.businessCalendars.length > 0 && (await database.transaction(org, (tx) => keepCalendars(tx, model, clock.now(org))));
  const behind = await database.session(org).run<{ workflow_id: string }>(sql`
    select workflow_id from ${orgTable(org.schema, 'activation')} where revision <> ${revision} order by workflow_id`);
  for (const { workflow_id: id } of behind) {
    await database.transaction(org, async (tx) => {
      await holdWorkflow(tx, org, id);
      const [activation] = await tx.run<ActivationRow>(sql`
        select workflow_id, revision, active_since, counts_from from ${orgTable(org.schema, 'activation')}
        where workflow_id = ${id} and revision < ${revision} for update`);
      if (activation) await follow(tx, activation, { revision, model, before: await models.at(org, activation.revision), clock });
    });
  }
  if (isNewTime) await database.transaction(org, (tx) => forgetCalendars(tx, models));
}

interface Step {
  readonly revision: number;
  readonly model: Model;
  readonly before: Model;
  readonly clock: Clock;
}

async function follow(tx: OrgTransaction, activation: ActivationRow, { revision, model, before, clock }: Step): Promise<void> {
  const { workflow_id: id, counts_from: countsFrom } = activation;
  const definition = findWorkflow(model, id);
  if (!definition) return switchOff(tx, id);
  const old = findWorkflow(before, id);
  const sameLine = old !== undefined && isDeepStrictEqual(describeLine(old, before, tx.org.timeZone), describeLine(definition, model, tx.org.timeZone));
  const place = placeOf(tx.org, { named: model, stored: model }, clock);
  if (!sameLine) {
    if (old) await sweepOld(tx, activation, { old, before, model, clock });
    await tx.run(sql`delete from ${orgTable(tx.org.schema, 'due')} where workflow_id = ${id}`);
    if (triggerFamily(definition.trigger) === 'due') await tx.run(fillDue(readDueRule(definition, place), clock.now(tx.org)));
    await tx.run(sql`update ${orgTable(tx.org.schema, 'activation')} set next_at = ${firstTime(definition, tx.org.timeZone, clock.now(tx.org))}::timestamptz, firing_at = null, fired_to = null where workflow_id = ${id}`);
  }
  await tx.run(sql`update ${orgTable(tx.org.schema, 'activation')}
    set revision = ${revision}, counts_from = ${sameLine ? countsFrom : clock.now(tx.org)}::timestamptz where workflow_id = ${id}`);
}

export async function switchOff(tx: OrgTransaction, workflowId: string): Promise<void> {
  await tx.run(sql`delete from ${orgTable(tx.org.schema, 'due')} where workflow_id = ${workflowId}`);
  await tx.run(sql`delete from ${orgTable(tx.org.schema, 'activation')} where workflow_id = ${workflowId}`);
}

interface OldRule {
  readonly old: WorkflowDocument;
  readonly before: Model;
  readonly model: Model;
  readonly clock: Clock;
}

async function sweepOld(tx: OrgTransaction, { revision, active_since: activeSince, counts_from: countsFrom }: ActivationRow, { old, before, model, clock }: OldRule): Promise<void> {
  const place = placeOf(tx.org, { named: before, stored: model }, clock);
  try {
    while ((await sweepLine(tx, { definition: old, revision, activeSince, countsFrom, place }, clock.now(tx.org))) > 0);
  } catch (error) {
    if (!(error instanceof NoLongerThere)) throw error;
  }
}
