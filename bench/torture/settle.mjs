import { setTimeout as wait } from 'node:timers/promises';

/** A worker's hold on a job: after a kill others take the job up when it has run out. */
const LEASE_SECONDS = 5;
/** What a machine with much else to do may need on top of two leases before standing still is a fault. */
const PATIENCE_SECONDS = 120;

/** Two of a worker's holds: by then whatever a killed one was at has been taken up by another. */
export const TWO_LEASES_SECONDS = 2 * LEASE_SECONDS;

/** Runs that are not at their end two leases after everything was; there ought to be none. */
export async function findLeftRunning({ ask, schema }) {
  await wait(TWO_LEASES_SECONDS * 1_000);
  return ask(`select id, workflow_id as workflow, status, step from ${schema}._run where status not in ('done', 'failed') or (status = 'done' and finished_at is null) order by id`);
}

/**
 * Waits until nothing is left to be done. Answers whether that came about, what was left, and the longest time in seconds in
 * which work was ready and nothing moved.
 */
export async function settle({ ask, schema, untilInstant, say }) {
  let longest = 0;
  let moved = Date.now();
  let before = '';
  for (let said = 0; ; ) {
    const [left] = await ask(leftOver(schema));
    const now = Date.now();
    const isDone = [left.events, left.dues, left.ahead, left.ready, left.resting, left.calls].every((count) => count === 0);
    const sign = JSON.stringify(left);
    if (sign !== before || left.ready + left.events + left.dues === 0) moved = now;
    before = sign;
    longest = Math.max(longest, (now - moved) / 1_000);
    if (isDone) return { isSettled: true, left, longest };
    if (longest > TWO_LEASES_SECONDS + PATIENCE_SECONDS || now > untilInstant) return { isSettled: false, left, longest };
    if (now - said > 10_000) {
      said = now;
      say(`left: ${left.events} events, ${left.dues} due, ${left.ahead} soon, ${left.ready} runs ready, ${left.resting} at rest, ${left.calls} calls; done: ${left.steps} steps`);
    }
    await wait(250);
  }
}

const leftOver = (schema) => `select
  (select count(*)::int from ${schema}._event) as events,
  (select count(*)::int from ${schema}._due where state = 'waiting' and due_at <= now()) as dues,
  (select count(*)::int from ${schema}._due where state = 'waiting' and due_at > now()) as ahead,
  (select count(*)::int from ${schema}._run where next_attempt_at <= now()) as ready,
  (select count(*)::int from ${schema}._run where status not in ('done', 'failed') and (next_attempt_at is null or next_attempt_at > now())) as resting,
  (select count(*)::int from ${schema}._call_out where status = 'waiting') as calls,
  (select count(*)::int from ${schema}._run_step where status <> 'resting') as steps,
  (select coalesce(max(id), 0)::text from ${schema}._history) as history`;
