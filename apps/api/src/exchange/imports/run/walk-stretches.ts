import { sql } from 'kysely';
import type { OrgTransaction } from '../../../database/sql-session.js';
import { readSqlState, SqlState } from '../../../database/sql-state.js';
import { addCounts, type ImportCounts } from '../import-record.js';
import { ImportStore, type ImportNote } from '../import-store.js';
import { hasDuplicateRules } from '../stretch/ask-duplicate-rules.js';
import { processStretch } from '../stretch/process-stretch.js';
import { findOwnReference } from '../stretch/resolve-keys.js';
import type { StretchPlace } from '../stretch/stretch-place.js';
import { Cancelled, type ImportRun } from './import-run.js';
import type { Tide } from './tide.js';

const ROWS_IN_A_STRETCH = 10_000;
/** Duplicate rules compare each row with the others of its stretch. */
const ROWS_COMPARED = 1_000;
const STATEMENT_TIMEOUT_MS = 300_000;
/** A value that others take at the very moment is found by the next attempt. */
const MOST_COLLISIONS = 5;

/** Goes through the staged rows stretch by stretch, as far as the tide has risen, each in a transaction of its own that also notes how far it is. */
export async function walkStretches(run: ImportRun, tide: Tide, mode: StretchPlace['mode'], from: { readonly after: number; readonly counts: ImportCounts }): Promise<ImportCounts> {
  const most = hasDuplicateRules(run.shape) ? ROWS_COMPARED : ROWS_IN_A_STRETCH;
  let { after, counts } = from;
  for (;;) {
    await tide.above(after, most);
    if (tide.stopped) return counts;
    if (after >= tide.to) return counts;
    const end = await commitStretch(run, { mode, after, to: Math.min(after + most, tide.to), counts });
    after = end.to;
    counts = end.counts;
    if (end.cancelRequested) throw new Cancelled();
  }
}

interface Step {
  readonly mode: StretchPlace['mode'];
  readonly after: number;
  readonly to: number;
  readonly counts: ImportCounts;
}

interface StepEnd {
  readonly to: number;
  readonly counts: ImportCounts;
  readonly cancelRequested: boolean;
}

async function commitStretch(run: ImportRun, step: Step): Promise<StepEnd> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run.database.transaction(run.actor.org, (tx) => takeStretch(tx, run, step), { statementTimeout: STATEMENT_TIMEOUT_MS });
    } catch (failure) {
      if (readSqlState(failure) !== SqlState.uniqueViolation || attempt === MOST_COLLISIONS) throw failure;
    }
  }
}

async function takeStretch(tx: OrgTransaction, run: ImportRun, { mode, after, to: wanted, counts }: Step): Promise<StepEnd> {
  const { job, actor, model, revision, shape, staging, writer, cipher, now } = run;
  // Sets of thousands of rows are sorted and joined in memory, and no plan of theirs is worth compiling.
  await tx.run(sql`select set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`);
  const writing = { session: tx, actor, model, ...(revision !== undefined && { revision }), at: now().toISOString(), operationId: job.id, cipher };
  const whole: StretchPlace = { mode, after, to: wanted, shape, staging, tx, writing, writer };
  const own = mode === 'write' ? await findOwnReference(whole) : undefined;
  const place = own === undefined ? whole : { ...whole, to: own - 1 };
  const sum = addCounts(counts, await processStretch(place));
  const note: ImportNote = mode === 'write' ? { writtenTo: place.to, counts: sum, attempts: 0 } : { checkedTo: place.to, expected: sum, attempts: 0 };
  const { cancelRequested } = await new ImportStore(tx, actor.org.schema).note(job.id, note);
  if (mode === 'write') tx.afterCommit(() => writer.announce(actor.org));
  return { to: place.to, counts: sum, cancelRequested };
}
