import { rowOf } from '../../records/find-object.js';
import type { WriteFault } from '../../records/record-values.js';
import { writeFailure, type RecordsFailure } from '../failure.js';

interface PartialAnswer {
  readonly key: string;
  /** JSON text of the written records, each with its id under `_id`. */
  readonly records: string;
  /** By row; empty where the row made no record. */
  readonly ids: readonly string[];
  readonly refused: readonly WriteFault[];
  readonly locale: string;
}

/** One entry for each row, null where it was refused, with an error for each of those. */
export function answerPartial({ key, records, ids, refused, locale }: PartialAnswer): { readonly text: string; readonly errors: readonly RecordsFailure[] } {
  const byRow = new Map<number, WriteFault[]>();
  for (const problem of refused) {
    const row = rowOf(problem) ?? 0;
    const own = byRow.get(row) ?? [];
    byRow.set(row, own);
    own.push({ ...problem, path: problem.path.slice(`/${row}`.length) });
  }
  const written = JSON.parse(records) as ({ _id?: string } & Record<string, unknown>)[] | null;
  const byId = new Map((written ?? []).map(({ _id, ...record }) => [_id, record]));
  const entries = ids.map((id, row) => (byRow.has(row) ? null : (byId.get(id.toLowerCase()) ?? null)));
  const errors = [...byRow].sort(([left], [right]) => left - right).map(([row, problems]) => writeFailure(problems, [key, row], locale));
  return { text: JSON.stringify(entries), errors };
}
