import type { AuditFilter, AuditKind } from './audit-query.js';

/** What somebody wants to see: days instead of instants, as they are chosen. */
export interface AuditWish {
  readonly kind: AuditKind | null;
  readonly object: string | null;
  readonly actorId: string | null;
  /** `YYYY-MM-DD`, both included. */
  readonly fromDay: string | null;
  readonly toDay: string | null;
}

export const noDays: AuditWish = { kind: null, object: null, actorId: null, fromDay: null, toDay: null };

export function filterOf({ fromDay, toDay, ...rest }: AuditWish): AuditFilter {
  return { ...rest, from: fromDay === null ? null : startOfDay(fromDay, 0), to: toDay === null ? null : startOfDay(toDay, 1) };
}

/** The instant at which a day begins where the reader is, some days later. */
function startOfDay(day: string, later: number): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
