import { orgTable } from '@guanxi/query';
import { MOST_DEPTH, storedObject, type ChildToBegin, type OrgPlace, type Program } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { OrgTransaction } from '../database/sql-session.js';
import { EndlessCalls } from './fair/classify-failure.js';
import type { RunGroup } from './perform-step.js';

export interface BeginningStep {
  readonly tx: OrgTransaction;
  readonly place: OrgPlace;
  readonly now: Date;
  readonly group: RunGroup;
  readonly program: Program;
}

/** Begins runs for which others wait, and notes with those how many they are. Throws `EndlessCalls` where workflows call each other without end. */
export async function beginChildren(children: readonly ChildToBegin[], { tx, place, now, group, program }: BeginningStep): Promise<ReadonlyMap<string, number>> {
  const rows = children.flatMap(({ runId, recordId, object: name, values, program: where }) => {
    const object = place.named.objectByName.get(name);
    const begins = 'path' in where ? startOfPath(where.path, { group, program }) : startOfWorkflow(where.workflow, { group, place });
    return object && begins ? [{ parent: runId, record: recordId, object: storedObject(place, object).id, values, ...begins }] : [];
  });
  if (rows.length === 0) return new Map();
  const run = orgTable(tx.org.schema, 'run');
  const begun = await tx.run<{ parent: string; count: number }>(sql`
    with child as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as child(parent uuid, record uuid, object text, "values" jsonb, workflow text, step int, depth int, kind text)
    ), begun as (
      insert into ${run} (id, workflow_id, revision, object, record_id, occasion, status, step, next_attempt_at, depth, trigger, facts, started_at, "values", parent_id, parent_step)
      select gen_random_uuid(), child.workflow, ${group.revision}::int, child.object, child.record, child.parent::text || '/' || ${group.step}::int, 'waiting', child.step,
        ${now}::timestamptz, child.depth, jsonb_build_object('kind', child.kind), '{}', ${now}::timestamptz, child."values", child.parent, ${group.step}::int
      from child on conflict (workflow_id, record_id, occasion) do nothing returning parent_id
    )
    select parent_id as parent, count(*)::int as count from begun group by parent_id`);
  await tx.run(sql`update ${run} as run set open_children = begun.count
    from jsonb_to_recordset(${JSON.stringify(begun)}::jsonb) as begun(parent uuid, count int) where run.id = begun.parent`);
  return new Map(begun.map(({ parent, count }) => [parent, count]));
}

interface Beginning {
  readonly workflow: string;
  readonly step: number;
  readonly depth: number;
  readonly kind: 'round' | 'called';
}

/** Undefined for a path without steps. */
function startOfPath(path: string, { group, program }: Pick<BeginningStep, 'group' | 'program'>): Beginning | undefined {
  const step = program[group.step]?.paths[path];
  return step === undefined || step === null ? undefined : { workflow: group.workflow_id, step, depth: group.depth, kind: 'round' };
}

function startOfWorkflow(name: string, { group, place }: Pick<BeginningStep, 'group' | 'place'>): Beginning {
  const called = place.named.workflows.find((one) => one.name === name);
  if (!called) throw new RangeError(`There is no workflow ${name} in the run's revision.`);
  if (group.depth >= MOST_DEPTH) {
    const calling = place.named.workflows.find(({ guanxi }) => guanxi.id === group.workflow_id)?.title ?? '';
    const who = calling === called.title ? `“${calling}” has called itself` : `“${calling}” and “${called.title}” have called each other`;
    throw new EndlessCalls(`${who} more than ${MOST_DEPTH} times in a row; it would go on without end.`);
  }
  return { workflow: called.guanxi.id, step: 0, depth: group.depth + 1, kind: 'called' };
}
