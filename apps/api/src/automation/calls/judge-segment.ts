import { orgTable } from '@guanxi/query';
import { NoLongerThere, type MovedMember } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { OrgTransaction } from '../../database/sql-session.js';
import { holdWorkflow, type ActiveWorkflow, type ModelSource } from '../active-workflow.js';
import { beginRuns, type RunToBegin } from './begin-runs.js';
import { readSegmentRule, type SegmentRule } from './segment-rule.js';

/** What depends on related records or on the time of day is found this much later at most. */
export const COMPARED_EVERY_MINUTES = 5;
const RUNS_AT_ONCE = 1_000;

interface Judging {
  readonly models: ModelSource;
  readonly now: Date;
}

/** Notes who is in the list view when the workflow is switched on: they have not entered it. */
export async function beginSegment(tx: OrgTransaction, workflow: Pick<ActiveWorkflow, 'definition' | 'place'>, now: Date): Promise<void> {
  const rule = readSegmentRule(tx.org, workflow);
  if (rule) await noteAnew(tx, workflow, { rule, now });
}

/** Judges the records that a batch of history rows tells of. `fires`: what moves sets the workflow off. */
export async function judgeChanged(tx: OrgTransaction, workflow: ActiveWorkflow, { historyIds, fires, models, now }: Judging & { readonly historyIds: readonly string[]; readonly fires: boolean }): Promise<void> {
  const rule = await ruleInForce(tx, workflow, models);
  if (!rule) return;
  const changed = await readChanged(tx, rule, historyIds);
  if (changed.size === 0 || (await isNotedAnew(tx, workflow, { rule, now }))) return;
  const moved = await tx.run<MovedMember>(rule.compare(now, [...changed.keys()]));
  if (fires) await begin(tx, workflow, { rule, moved, depths: changed, now });
}

/** Compares all records, where that is due. Answers how many have changed sides. */
export async function compareWhenDue(tx: OrgTransaction, workflow: ActiveWorkflow, { models, now }: Judging): Promise<number> {
  const rule = await ruleInForce(tx, workflow, models);
  if (!rule) return 0;
  const [due] = await tx.run(sql`select from ${orgTable(tx.org.schema, 'segment')} where workflow_id = ${workflow.definition.guanxi.id} and compared_at <= ${dueBefore(now)}::timestamptz for update skip locked`);
  if (!due && (await isKnown(tx, workflow, rule))) return 0;
  if (await isNotedAnew(tx, workflow, { rule, now })) return 0;
  await tx.run(sql`update ${orgTable(tx.org.schema, 'segment')} set compared_at = ${now}::timestamptz where workflow_id = ${workflow.definition.guanxi.id}`);
  const moved = await tx.run<MovedMember>(rule.compare(now));
  await begin(tx, workflow, { rule, moved, depths: new Map(), now });
  return moved.length;
}

/** Whether a list view of an active workflow is to be compared, as a part of a larger question. */
export function isComparisonDue(schema: string, now: Date) {
  return sql`exists (select from ${orgTable(schema, 'segment')} as segment join ${orgTable(schema, 'activation')} as active using (workflow_id) where segment.compared_at <= ${dueBefore(now)}::timestamptz)`;
}

/** Undefined where a newer revision is about to be followed: its comparison makes up for it. */
async function ruleInForce({ org }: OrgTransaction, workflow: ActiveWorkflow, models: ModelSource): Promise<SegmentRule | undefined> {
  if (!('segment' in workflow.definition.trigger) || (await models.current(org)).revision !== workflow.revision) return undefined;
  try {
    return readSegmentRule(org, workflow);
  } catch (error) {
    if (error instanceof NoLongerThere) return undefined;
    throw error;
  }
}

/** The records that history rows tell of, and how many workflows have set each other off before them. */
async function readChanged(tx: OrgTransaction, { objectId }: SegmentRule, historyIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.run<{ id: string; depth: number }>(sql`
    select history.record_id as id, max(case when history.source = 'workflow' then coalesce(parent.depth, 0) + 1 else 0 end) as depth
    from ${orgTable(tx.org.schema, 'history')} as history left join ${orgTable(tx.org.schema, 'run')} as parent on parent.id = history.operation_id
    where history.id = any(${historyIds}::bigint[]) and history.object = ${objectId} group by history.record_id`);
  return new Map(rows.map(({ id, depth }) => [id, depth]));
}

interface Noting {
  readonly rule: SegmentRule;
  readonly now: Date;
}

async function isKnown(tx: OrgTransaction, { definition }: ActiveWorkflow, { text }: SegmentRule): Promise<boolean> {
  const [known] = await tx.run(sql`select from ${orgTable(tx.org.schema, 'segment')} where workflow_id = ${definition.guanxi.id} and rule = ${text}`);
  return known !== undefined;
}

/** Holds the workflow. Where the view means something else by now, its members are noted and nobody is told. */
async function isNotedAnew(tx: OrgTransaction, workflow: ActiveWorkflow, noting: Noting): Promise<boolean> {
  await holdWorkflow(tx, tx.org, workflow.definition.guanxi.id);
  if (await isKnown(tx, workflow, noting.rule)) return false;
  await noteAnew(tx, workflow, noting);
  return true;
}

async function noteAnew(tx: OrgTransaction, { definition }: Pick<ActiveWorkflow, 'definition'>, { rule, now }: Noting): Promise<void> {
  await tx.run(rule.note(now));
  await tx.run(sql`insert into ${orgTable(tx.org.schema, 'segment')} (workflow_id, rule, compared_at) values (${definition.guanxi.id}, ${rule.text}, ${now}::timestamptz)
    on conflict (workflow_id) do update set rule = excluded.rule, compared_at = excluded.compared_at`);
}

async function begin(tx: OrgTransaction, workflow: ActiveWorkflow, { rule: { when, view }, moved, depths, now }: Noting & { readonly moved: readonly MovedMember[]; readonly depths: ReadonlyMap<string, number> }): Promise<void> {
  const runs = moved
    .filter(({ inside }) => inside === (when === 'enters'))
    .map(({ record_id: recordId, times }): RunToBegin => ({ recordId, values: {}, occasion: `${when}:${times}`, trigger: { kind: 'segment', view, when }, depth: depths.get(recordId) ?? 0 }));
  for (let start = 0; start < runs.length; start += RUNS_AT_ONCE) await beginRuns(tx, workflow, runs.slice(start, start + RUNS_AT_ONCE), now);
}

function dueBefore(now: Date): Date {
  return new Date(now.getTime() - COMPARED_EVERY_MINUTES * 60_000);
}
