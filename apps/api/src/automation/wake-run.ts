import type { JsonValue } from '@guanxi/field-types';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { OrgTransaction } from '../database/sql-session.js';

/** A run that rests at a step, and what the step hears of. */
export interface RunAnswer {
  readonly runId: string;
  readonly answer: JsonValue;
  /** Only where the run stands at this step still, by its number in the program. */
  readonly step?: number;
}

/**
 * Tells runs that rest what they waited to hear; each goes on with it at its next turn. A run that has been woken already
 * keeps what it heard first, and one that does not rest any more is left alone. Answers which runs were told. Whoever
 * decides that the answer is there has to hold the row it decides by, and to wake the org's automation after the commit.
 */
export async function wakeRuns(tx: OrgTransaction, answers: readonly RunAnswer[], now: Date): Promise<ReadonlySet<string>> {
  if (answers.length === 0) return new Set();
  const woken = answers.map(({ runId, answer, step }) => ({ id: runId, woken: { by: 'answer', answer }, step }));
  const told = await tx.run<{ id: string }>(sql`
    update ${orgTable(tx.org.schema, 'run')} as run set woken = told.woken, next_attempt_at = ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(woken)}::jsonb) as told(id uuid, woken jsonb, step int)
    where run.id = told.id and run.status = 'resting' and run.woken is null and (told.step is null or run.step = told.step) returning run.id`);
  return new Set(told.map(({ id }) => id));
}
