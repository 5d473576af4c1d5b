import { orgTable, recordTable } from '@guanxi/query';
import { NoLongerThere, RecordExpressions, storedObject, typedFormula } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { Clock } from '../../config/clock.js';
import type { OrgTransaction } from '../../database/sql-session.js';
import { placeOf, type ModelSource } from '../active-workflow.js';

/** A clock that goes on, and the formula that ends it. */
export interface OpenMilestone {
  readonly id: string;
  readonly object: string;
  readonly record: string;
  readonly revision: number;
  readonly done_when: string | null;
  readonly started_at: Date;
}

/**
 * Ends those of the clocks, which the caller holds, whose condition is true over their record: at the record's last change,
 * since a formula became true by one. What stood still is in time. Answers when each of them ended.
 */
export async function endMet(tx: OrgTransaction, open: readonly OpenMilestone[], { models, clock }: { readonly models: ModelSource; readonly clock: Clock }): Promise<ReadonlyMap<string, Date>> {
  const groups = new Map<string, OpenMilestone[]>();
  for (const one of open) {
    const key = JSON.stringify([one.object, one.revision, one.done_when]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const ended = new Map<string, Date>();
  for (const group of groups.values()) for (const [id, at] of await findMet(tx, group, { models, clock })) ended.set(id, at);
  if (ended.size === 0) return ended;
  const rows = [...ended].map(([id, at]) => ({ id, at }));
  await tx.run(sql`update ${orgTable(tx.org.schema, 'milestone')} as milestone set ended_at = given.at,
      due_at = case when milestone.paused_at is null then milestone.due_at else greatest(milestone.due_at, given.at) end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, at timestamptz) where milestone.id = given.id`);
  return ended;
}

async function findMet(tx: OrgTransaction, group: readonly OpenMilestone[], { models, clock }: { readonly models: ModelSource; readonly clock: Clock }): Promise<readonly (readonly [string, Date])[]> {
  const [first] = group;
  if (!first || first.done_when === null) return [];
  const named = await models.at(tx.org, first.revision);
  const { model: stored } = await models.current(tx.org);
  const object = named.objectById.get(first.object);
  if (!object) return [];
  const place = placeOf(tx.org, { named, stored }, clock);
  try {
    const expressions = new RecordExpressions(place, object, 'record');
    const holds = expressions.compileCondition(typedFormula(first.done_when, { model: named, object }, 'boolean'));
    const rows = group.map(({ id, record }) => ({ id, record }));
    const met = await tx.run<{ id: string; at: Date }>(sql`
      select given.id, greatest(milestone.started_at, least(record.updated_at, ${place.now})) as at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, record uuid)
      join ${orgTable(tx.org.schema, 'milestone')} as milestone on milestone.id = given.id
      join ${recordTable(tx.org.schema, storedObject(place, object))} as record on record.id = given.record ${expressions.joins()}
      where record.deleted_at is null and ${holds}`);
    return met.map(({ id, at }) => [id, at] as const);
  } catch (error) {
    // A condition over what was removed since can no longer become true; the clock goes on.
    if (!(error instanceof NoLongerThere)) throw error;
    return [];
  }
}
