import type { AuditItem, AuditKind, TrailAuditKind } from './audit-log.js';
import type { TrailRow } from './find-trail.js';
import { tellTrail } from './tell-trail.js';
import { isTrailKind, trailKinds, type TrailGroup } from './trail-kinds.js';

/** Which entries of the trail a kind of the audit log shows. */
export const GROUPS: Readonly<Record<TrailAuditKind, TrailGroup>> = {
  SIGN_IN: 'signIn', PEOPLE: 'people', ACCESS: 'access', KEYS: 'keys', EXCHANGE: 'exchange', READING: 'reading', SETTINGS: 'settings',
};

const kindOf = new Map(Object.entries(GROUPS).map(([kind, group]) => [group, kind as TrailAuditKind]));

export function isTrailAuditKind(kind: AuditKind): kind is TrailAuditKind {
  return Object.hasOwn(GROUPS, kind);
}

export function presentTrail({ id, kind, seq, subject_kind, subject_id, subject_name, detail, address, user_agent }: TrailRow, locale: string): Omit<AuditItem, 'at' | 'by'> {
  const object = detail['object'];
  const source = detail['source'];
  const group = isTrailKind(kind) ? trailKinds[kind].group : 'settings';
  return {
    id: `trail ${id}`, kind: kindOf.get(group) ?? 'SETTINGS', source: typeof source === 'string' ? source : null, action: kind, object: typeof object === 'string' ? object : null,
    recordId: subject_kind === 'record' ? subject_id : null, recordName: null, isThere: false, changes: null,
    sentences: [tellTrail(kind, subject_name ?? subject_id, detail, locale)], operationId: null, revision: null,
    trail: { seq, address, userAgent: user_agent, detail },
  };
}
