import type { Translations } from '@guanxi/field-types';
import type { WorkflowInput } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { storedObject, type FormToAsk, type HeldForm, type RunValues } from '@guanxi/workflow';
import { sql } from 'kysely';
import { v7 as makeId } from 'uuid';
import { readDelegates } from './absences-of.js';
import type { PeopleStep } from './open-approvals.js';
import { peopleNotices } from './people-wording.js';
import { tellPeople } from './tell-people.js';

export interface FormRow {
  readonly id: string;
  readonly run_id: string;
  readonly title: string;
  readonly titles: Translations;
  readonly text: string | null;
  readonly object: string;
  readonly record_id: string;
  readonly user_id: string;
  readonly inputs: readonly WorkflowInput[];
  readonly asked_at: Date;
  readonly remind_at: Date | null;
  readonly reminded_at: Date | null;
  readonly due_at: Date | null;
  readonly status: HeldForm['status'];
  readonly answers: RunValues | null;
  readonly answered_by: string | null;
}

export async function askForms(asked: readonly FormToAsk[], step: PeopleStep): Promise<void> {
  if (asked.length === 0) return;
  const { tx, place, now, stepId } = step;
  const rows = asked.map(({ runId, recordId, object: name, userId, title, titles, text, inputs, remindAt, dueAt }) => {
    const object = place.named.objectByName.get(name);
    if (!object) throw new RangeError(`There is no object ${name} in the workflow's revision.`);
    return { id: makeId(), run_id: runId, title, titles, text, object: storedObject(place, object).id, record_id: recordId, user_id: userId, inputs, remind_at: remindAt, due_at: dueAt };
  });
  await tx.run(sql`
    insert into ${orgTable(tx.org.schema, 'formTask')} (id, run_id, step_id, title, titles, text, object, record_id, user_id, inputs, asked_at, remind_at, due_at, status)
    select id, run_id, ${stepId}::text, title, titles, text, object, record_id, user_id, inputs, ${now}::timestamptz, remind_at, due_at, 'open'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as asked(id uuid, run_id uuid, title text, titles jsonb, text text, object text, record_id uuid, user_id uuid, inputs jsonb, remind_at timestamptz, due_at timestamptz)`);
  await tell(rows, 'form', step);
}

export async function holdForms(runIds: readonly string[], step: PeopleStep): Promise<ReadonlyMap<string, HeldForm>> {
  const rows = await holdFormRows(runIds, step);
  return new Map([...rows].map(([runId, row]) => [runId, {
    status: row.status, answers: row.answers, answeredBy: row.answered_by, remindAt: row.remind_at?.toISOString() ?? null, reminded: row.reminded_at !== null, dueAt: row.due_at?.toISOString() ?? null,
  }]));
}

export async function remindOfForms(runIds: readonly string[], step: PeopleStep): Promise<void> {
  const rows = [...(await holdFormRows(runIds, step)).values()];
  if (rows.length === 0) return;
  await step.tx.run(sql`update ${orgTable(step.tx.org.schema, 'formTask')} set reminded_at = ${step.now}::timestamptz where id = any(${rows.map(({ id }) => id)}::uuid[])`);
  await tell(rows, 'formAgain', step);
}

export async function expireForms(runIds: readonly string[], step: PeopleStep): Promise<void> {
  if (runIds.length === 0) return;
  await step.tx.run(sql`
    update ${orgTable(step.tx.org.schema, 'formTask')} set status = 'expired', closed_at = ${step.now}::timestamptz
    where run_id = any(${[...runIds]}::uuid[]) and step_id = ${step.stepId} and status = 'open'`);
}

async function holdFormRows(runIds: readonly string[], { tx, stepId }: PeopleStep): Promise<ReadonlyMap<string, FormRow>> {
  if (runIds.length === 0) return new Map();
  const rows = await tx.run<FormRow>(sql`
    select * from ${orgTable(tx.org.schema, 'formTask')} where run_id = any(${[...runIds]}::uuid[]) and step_id = ${stepId} order by asked_at, id for update`);
  return new Map(rows.map((row) => [row.run_id, row]));
}

/** Who is away is told together with whoever stands in. */
async function tell(rows: readonly Pick<FormRow, 'user_id' | 'title' | 'titles' | 'object' | 'record_id'>[], words: 'form' | 'formAgain', { tx, now }: PeopleStep): Promise<void> {
  const delegates = await readDelegates(tx, rows.map(({ user_id: id }) => id), now);
  const notices = rows.flatMap((row) => [row.user_id, ...(delegates.get(row.user_id) ?? [])].map((userId) => ({
    userId, kind: 'form' as const, wording: peopleNotices[words], title: row.title, titles: row.titles, object: row.object, recordId: row.record_id,
  })));
  await tellPeople(tx, notices, now);
}
