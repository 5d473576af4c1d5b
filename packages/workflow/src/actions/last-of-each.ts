import type { RowToUpdate } from '../ports.js';

/** Where several runs of a batch change the same record, the last has the last word, as if they had come one by one. */
export function lastOfEach(changes: readonly RowToUpdate[]): readonly RowToUpdate[] {
  return [...new Map(changes.map((change) => [change.id, change])).values()];
}
