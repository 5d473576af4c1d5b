import { rowOf, told } from '../find-object.js';
import type { WriteFault } from '../record-values.js';
import type { WriteOutcome } from '../write-place.js';
import type { Nested } from './take-nested.js';

/**
 * Of a partial write: rows that write others along with them are written one by one, each with all of its own or not at all;
 * the rest is written at once.
 */
export async function writeApart<T>(rows: readonly T[], { composed }: Nested, write: (part: readonly T[], partial: boolean) => Promise<WriteOutcome>): Promise<WriteOutcome> {
  const ids = rows.map(() => '');
  const refused: WriteFault[] = [];
  let written = 0;
  const together = rows.map((_, row) => row).filter((row) => !composed.has(row));
  for (const part of [...(together.length > 0 ? [together] : []), ...[...composed].map((row) => [row])]) {
    const outcome = await write(part.map((row) => rows[row] as T), part === together);
    if ('problems' in outcome) {
      // What is about all rows alike is no matter of one.
      if (outcome.problems.some((problem) => rowOf(problem) === undefined)) return outcome;
      refused.push(...told(outcome.problems, (row) => `/${part[row] ?? 0}`));
      continue;
    }
    part.forEach((row, index) => (ids[row] = outcome.ids[index] ?? ''));
    refused.push(...told(outcome.refused ?? [], (row) => `/${part[row] ?? 0}`));
    written += outcome.written;
  }
  return { ids, records: null, written, ...(refused.length > 0 && { refused }) };
}
