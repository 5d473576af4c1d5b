import { createHash } from 'node:crypto';
import { orgTable } from '@guanxi/query';
import type { CallAnswer, CallToSend } from '@guanxi/workflow';
import { sql } from 'kysely';
import { findWorkflow } from '../active-workflow.js';
import type { StepTransaction } from '../transaction-ports.js';

/** Into the outbox, in the transaction of the step: a call is there exactly if the step's note is. */
export async function sendStepCalls(calls: readonly CallToSend[], { tx, place, group, stepId, now }: StepTransaction): Promise<void> {
  if (calls.length === 0) return;
  const workflow = findWorkflow(place.named, group.workflow_id)?.name ?? group.workflow_id;
  const rows = calls.map(({ runId: run, object, recordId, url, values, headers, secretHeaders, waits }) => {
    const body = JSON.stringify({ type: 'workflow.call', timestamp: now.toISOString(), data: { workflow, step: stepId, run, object, recordId, values } });
    return { run, message: callId(run, group.step), url, headers, secret: secretHeaders, waits, body };
  });
  await tx.run(sql`insert into ${orgTable(tx.org.schema, 'callOut')} as known (id, workflow_id, run_id, position, message_id, url, headers, secret_headers, body, waits, status, next_attempt_at, created_at)
    select gen_random_uuid(), ${group.workflow_id}::text, run, ${group.step}::int, message, url, headers, secret, body, waits, 'waiting', ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as call(run uuid, message text, url text, headers jsonb, secret text[], body text, waits boolean)
    on conflict (run_id, position) do update set url = excluded.url, headers = excluded.headers, secret_headers = excluded.secret_headers, body = excluded.body, status = 'waiting', attempts = 0, next_attempt_at = excluded.next_attempt_at, finished_at = null, error = null
    where known.status = 'failed'`);
}

export async function readStepCallAnswers(runIds: readonly string[], { tx, group }: StepTransaction): Promise<ReadonlyMap<string, CallAnswer>> {
  const rows = await tx.run<CallAnswer & { run: string }>(sql`
    select run_id as run, status = 'sent' as ok, response_status as status, response, error, attempts
    from ${orgTable(tx.org.schema, 'callOut')} where run_id = any(${runIds}::uuid[]) and position = ${group.step} and status <> 'waiting'`);
  return new Map(rows.map(({ run, ...answer }) => [run, answer]));
}

/** The same in every attempt, also where an admin runs the step again: receivers drop what they have. */
function callId(runId: string, step: number): string {
  return `msg_${createHash('sha256').update(`${runId} ${step}`).digest('hex').slice(0, 32)}`;
}
