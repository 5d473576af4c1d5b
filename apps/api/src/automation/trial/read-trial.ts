import type { JsonValue } from '@guanxi/field-types';
import { nameSql } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { programOf, type RunValues } from '@guanxi/workflow';
import { sql } from 'kysely';
import { placeOfStep, type StepPlace } from '../trace/place-of-step.js';
import type { TrialStage } from './trial-stage.js';
import type { WalkedTrial } from './walk-trial.js';

export interface TrialStep extends StepPlace {
  /** `done`, `skipped`, `failed`; `resting` where it waits for somebody's answer. */
  readonly status: string;
  readonly at: Date;
  readonly input: JsonValue;
  readonly output: JsonValue;
  readonly way: string | null;
  /** Until when it would have waited. */
  readonly until: string | null;
  readonly error: string | null;
  /** What formulas found as `$Run` when it began; null where no trial can begin at it. */
  readonly held: RunValues | null;
}

/** A record that would have been written. */
export interface TrialWrite {
  readonly object: string;
  readonly recordId: string;
  readonly recordName: string;
  /** `created`, `updated`, `deleted` or `restored`. */
  readonly kind: string;
  /** Field by name: what it was and what it would be. */
  readonly changes: JsonValue;
}

/** Something that would have left the house. */
export interface TrialLetter {
  readonly kind: 'mail' | 'call';
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

interface NotedStep {
  readonly run_id: string;
  readonly position: number;
  readonly status: string;
  readonly input: JsonValue;
  readonly output: JsonValue;
  readonly started_at: Date;
  readonly error: string | null;
}

interface NotedRun {
  readonly id: string;
  readonly workflow_id: string;
  readonly parent_id: string | null;
  readonly parent_step: number | null;
}

const treeOf = (schema: string, rootId: string) => {
  const run = orgTable(schema, 'run');
  return sql`with recursive tree as (
    select id, workflow_id, parent_id, parent_step from ${run} where id = ${rootId}::uuid
    union all select child.id, child.workflow_id, child.parent_id, child.parent_step from ${run} as child join tree on child.parent_id = tree.id)`;
};

/** What the steps of a trial did, in their order: what a step has begun stands below it. */
export async function readTrialSteps({ tx, model }: TrialStage, rootId: string, { ways, held }: WalkedTrial): Promise<readonly TrialStep[]> {
  const { schema } = tx.org;
  const runs = await tx.run<NotedRun>(sql`${treeOf(schema, rootId)} select * from tree order by id`);
  const noted = await tx.run<NotedStep>(sql`${treeOf(schema, rootId)} select step.* from ${orgTable(schema, 'runStep')} as step join tree on tree.id = step.run_id order by step.position`);
  const present = (runId: string, level: number): readonly TrialStep[] => {
    const run = runs.find(({ id }) => id === runId);
    const workflow = model.workflows.find(({ guanxi }) => guanxi.id === run?.workflow_id);
    const program = workflow ? programOf(workflow, model) : [];
    return noted.filter(({ run_id: id }) => id === runId).flatMap((note): readonly TrialStep[] => {
      const instruction = program[note.position];
      if (!instruction) return [];
      const own: TrialStep = {
        ...placeOfStep(instruction.step, level + instruction.level), status: note.status, at: note.started_at, input: note.input, output: note.output,
        way: ways.get(`${runId}/${note.position}`) ?? null, until: untilOf(note.output), error: note.error, held: (runId === rootId ? held.get(note.position) : undefined) ?? null,
      };
      const begun = runs.filter(({ parent_id: parent, parent_step: step }) => parent === runId && step === note.position);
      return [own, ...begun.flatMap((child) => present(child.id, level + 1))];
    });
  };
  return present(rootId, 0);
}

/** Ids of the history that the transaction has left so far. */
export async function readMark({ tx }: TrialStage): Promise<string> {
  const [row] = await tx.run<{ mark: string }>(sql`select coalesce(max(id), 0)::text as mark from ${orgTable(tx.org.schema, 'history')} where xact = pg_current_xact_id()`);
  return row?.mark ?? '0';
}

export async function readTrialWrites({ tx, model }: TrialStage, mark: string): Promise<readonly TrialWrite[]> {
  const { schema } = tx.org;
  const changed = await tx.run<{ object: string; record_id: string; kind: string; changes: JsonValue }>(sql`
    select object, record_id, kind, changes from ${orgTable(schema, 'history')} where xact = pg_current_xact_id() and id > ${mark}::bigint order by id`);
  const writes: TrialWrite[] = [];
  for (const { object: id, record_id: recordId, kind, changes } of changed) {
    const object = model.objectById.get(id);
    if (!object) continue;
    const [record] = await tx.run<{ name: string | null }>(sql`select ${nameSql(object)}::text as name from ${recordTable(schema, object)} where id = ${recordId}::uuid`);
    writes.push({ object: object.name, recordId, recordName: record?.name ?? '', kind, changes });
  }
  return writes;
}

/** Mails and calls that lie in the outboxes, which nobody empties before they are gone again. */
export async function readTrialLetters({ tx }: TrialStage, rootId: string): Promise<readonly TrialLetter[]> {
  const { schema } = tx.org;
  const mails = await tx.run<{ to: string; subject: string; body: string }>(sql`${treeOf(schema, rootId)}
    select mail.to_address as "to", mail.subject, mail.body_text as body from ${orgTable(schema, 'mail')} as mail join tree on tree.id = mail.run_id order by mail.created_at, mail.id`);
  const calls = await tx.run<{ to: string; body: string }>(sql`${treeOf(schema, rootId)}
    select call.url as "to", call.body from ${orgTable(schema, 'callOut')} as call join tree on tree.id = call.run_id order by call.created_at, call.id`);
  return [...mails.map((mail): TrialLetter => ({ kind: 'mail', ...mail })), ...calls.map((call): TrialLetter => ({ kind: 'call', subject: '', ...call }))];
}

function untilOf(output: JsonValue): string | null {
  if (typeof output !== 'object' || output === null || Array.isArray(output)) return null;
  const { waits } = output as { readonly [key: string]: JsonValue };
  return typeof waits === 'string' ? waits : null;
}
