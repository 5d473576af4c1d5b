import type { RecordValues } from '../../records/record-values.js';
import { RecordsFailure } from '../failure.js';

/** Records inside of records, and how many of them in all. */
const DEEPEST = 6;
const MOST_NESTED = 10_000;

/** Refuses values that make more on the way than one mutation should. */
export function refuseDeepData(rows: readonly RecordValues[], key: string): void {
  let count = 0;
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) return value.forEach((item) => visit(item, depth));
    for (const [name, inner] of Object.entries(value)) {
      if (name !== 'create' || typeof inner !== 'object' || inner === null) {
        visit(inner, depth);
        continue;
      }
      count += Array.isArray(inner) ? inner.length : 1;
      if (depth === DEEPEST) throw new RecordsFailure('TOO_COSTLY', `Records are made inside of records more than ${DEEPEST} levels deep.`, { limit: DEEPEST }, [key]);
      if (count > MOST_NESTED) throw new RecordsFailure('TOO_COSTLY', `More than ${MOST_NESTED} records are made inside of others.`, { cost: count, limit: MOST_NESTED }, [key]);
      visit(inner, depth + 1);
    }
  };
  for (const row of rows) for (const name in row) visit(row[name], 1);
}
