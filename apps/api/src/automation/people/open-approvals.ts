import type { Translations } from '@guanxi/field-types';
import { orgTable } from '@guanxi/query';
import { storedObject, type ApprovalToOpen, type HeldApproval } from '@guanxi/workflow';
import { sql } from 'kysely';
import { v7 as makeId } from 'uuid';
import type { StepTransaction } from '../transaction-ports.js';
import { noteEvents } from './approval-events.js';
import { findAskers } from './find-askers.js';

export type PeopleStep = Pick<StepTransaction, 'tx' | 'place' | 'now' | 'stepId'>;

/** An approval as the step that waits for it holds it. */
export interface ApprovalRow {
  readonly id: string;
  readonly run_id: string;
  readonly title: string;
  readonly titles: Translations;
  readonly object: string;
  readonly record_id: string;
  readonly asked_by: string | null;
  readonly level: number;
  readonly passed: boolean;
  readonly escalated: boolean;
  readonly due_at: Date | null;
  readonly status: HeldApproval['status'];
}

export async function openApprovals(asked: readonly ApprovalToOpen[], { tx, place, now, stepId }: PeopleStep): Promise<void> {
  if (asked.length === 0) return;
  const askers = await findAskers(tx, asked.map(({ runId }) => runId));
  const rows = asked.map(({ runId, recordId, object: name, title, titles, locks, levels }) => {
    const object = place.named.objectByName.get(name);
    if (!object) throw new RangeError(`There is no object ${name} in the workflow's revision.`);
    return { id: makeId(), run_id: runId, title, titles, object: storedObject(place, object).id, record_id: recordId, asked_by: askers.get(runId) ?? null, locks, levels };
  });
  await tx.run(sql`
    insert into ${orgTable(tx.org.schema, 'approval')} (id, run_id, step_id, title, titles, object, record_id, asked_by, asked_at, locks, levels, level, status)
    select id, run_id, ${stepId}::text, title, titles, object, record_id, asked_by, ${now}::timestamptz, locks, levels, 0, 'open'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as asked(id uuid, run_id uuid, title text, titles jsonb, object text, record_id uuid, asked_by uuid, locks boolean, levels jsonb)`);
  await noteEvents(tx, rows.map((row) => ({ approvalId: row.id, object: row.object, recordId: row.record_id, kind: 'asked', level: 0, actorId: row.asked_by })), now);
}

/** By run, the one that the step asked for last; held in the order of their ids. Whoever decides holds the run before it. */
export async function holdRows(runIds: readonly string[], { tx, stepId }: Pick<PeopleStep, 'tx' | 'stepId'>): Promise<ReadonlyMap<string, ApprovalRow>> {
  if (runIds.length === 0) return new Map();
  const rows = await tx.run<ApprovalRow>(sql`
    select id, run_id, title, titles, object, record_id, asked_by, level, passed, escalated, due_at, status
    from ${orgTable(tx.org.schema, 'approval')} where run_id = any(${runIds}::uuid[]) and step_id = ${stepId} order by asked_at, id for update`);
  return new Map(rows.map((row) => [row.run_id, row]));
}

export async function holdApprovals(runIds: readonly string[], step: PeopleStep): Promise<ReadonlyMap<string, HeldApproval>> {
  const rows = await holdRows(runIds, step);
  return new Map([...rows].map(([runId, { status, level, passed, escalated, due_at: due }]) => [runId, { status, level, passed, escalated, dueAt: due?.toISOString() ?? null }]));
}
