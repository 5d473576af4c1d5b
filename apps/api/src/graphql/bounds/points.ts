import type { Cost } from '@guanxi/query';

const RECORDS_PER_POINT = 50;
const WRITES_PER_POINT = 10;

/** What an operation counts against a rate limit, beside one for itself: one for each fifty records that it may read or ten that it writes. */
export function pointsOf({ records, written = 0 }: Pick<Cost, 'records'> & { readonly written?: number }): number {
  return Math.floor(records / RECORDS_PER_POINT) + Math.floor(written / WRITES_PER_POINT);
}
