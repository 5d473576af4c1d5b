import { auditKinds, type AuditFilter, type AuditKind } from './audit-query.js';

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

/** The address keeps what was chosen, so that it can be sent to somebody, and comes again with the way back. */
export function readWish({ kind, object, who, from, to }: Readonly<Record<string, unknown>>): AuditWish {
  return { kind: auditKinds.find((known) => known === kind) ?? null, object: textOf(object), actorId: textOf(who), fromDay: dayOf(from), toDay: dayOf(to) };
}

export function writeWish({ kind, object, actorId, fromDay, toDay }: AuditWish): Record<string, string> {
  const all = { kind, object, who: actorId, from: fromDay, to: toDay };
  return Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

export function filterOf({ fromDay, toDay, ...rest }: AuditWish): AuditFilter {
  return { ...rest, from: fromDay === null ? null : startOfDay(fromDay, 0), to: toDay === null ? null : startOfDay(toDay, 1) };
}

/** The instant at which a day begins where the reader is, some days later. */
function startOfDay(day: string, later: number): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function dayOf(value: unknown): string | null {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
}
