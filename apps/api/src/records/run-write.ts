import type { JsonValue } from '@guanxi/field-types';
import type { ObjectModel } from '@guanxi/metadata';
import type { WriteProblem, WriteRequest } from '@guanxi/query';
import { bound, keepStatement } from './bound-statement.js';
import { describeProblem } from './describe-fault.js';
import { executeWrite, type Run, type WriteKind } from './execute-write.js';
import { hideUnreadable } from './hide-unreadable.js';
import type { WriteFault } from './record-values.js';
import type { PreparedRow, WriteOutcome, WritePlace } from './write-place.js';

export type { Run, WriteKind };

/** Writes the rows, or tells everything that is wrong with them; of a partial write, both. Throws `StaleModel`. */
export async function runWrite(kind: WriteKind, place: WritePlace, object: ObjectModel, wanted: Omit<WriteRequest, 'object'>, run: Run): Promise<WriteOutcome> {
  if (run.rows.length === 0 && !run.stored) return { ids: [], records: wanted.select.length > 0 ? '[]' : null, written: 0 };
  const { problems, records, written } = await executeWrite(kind, place, object, wanted, run);
  if (problems.length === 0) return { ids: run.ids, records, written };
  const told = describeProblems(problems, place, object, run);
  return wanted.partial ? { ids: run.ids, records, written, refused: told } : { problems: told };
}

/** Problems as the person may hear them. */
export function describeProblems(problems: readonly WriteProblem[], { model, actor }: WritePlace, object: ObjectModel, run: Run): readonly WriteFault[] {
  const written = { model, object, values: (row: number) => run.values[row] ?? {}, id: (row: number) => run.ids[row] ?? '', locale: actor.locale };
  return problems.map((problem) => hideUnreadable(describeProblem(problem, written), object, actor));
}

/** Values by column name, as a row of a run carries them. */
export function columnsOf(row: PreparedRow, object: ObjectModel): Readonly<Record<string, JsonValue>> {
  const columns: Record<string, JsonValue> = {};
  for (const name in row) {
    const field = object.fieldByName.get(name);
    if (field) columns[field.column] = row[name] ?? null;
  }
  return columns;
}

export { bound, keepStatement };
