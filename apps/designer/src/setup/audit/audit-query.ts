import type { JsonValue } from '@guanxi/field-types';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

export const auditKinds = ['RECORD', 'OPERATION', 'PUBLISHING', 'AUTOMATION', 'SIGN_IN', 'PEOPLE', 'ACCESS', 'KEYS', 'EXCHANGE', 'READING', 'SETTINGS'] as const;
export type AuditKind = (typeof auditKinds)[number];

export interface AuditItem {
  readonly id: string;
  readonly kind: AuditKind;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly source: string | null;
  readonly action: string | null;
  readonly object: string | null;
  readonly recordId: string | null;
  readonly recordName: string | null;
  /** It can be opened: it is not in the recycle bin. */
  readonly isThere: boolean;
  readonly changes: readonly AuditChange[] | null;
  readonly sentences: readonly string[];
  readonly operationId: string | null;
  readonly revision: number | null;
  /** Of an entry of the trail. */
  readonly trail: TrailNote | null;
}

export interface TrailNote {
  readonly seq: string;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly detail: Readonly<Record<string, JsonValue>>;
}

export interface AuditChange {
  readonly field: string;
  readonly from: JsonValue;
  readonly to: JsonValue;
  readonly fromName?: string;
  readonly toName?: string;
}

/** What the log is narrowed to; null is everything. Instants, `to` excluded. */
export interface AuditFilter {
  readonly kind: AuditKind | null;
  readonly object: string | null;
  readonly actorId: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

interface AuditPage {
  readonly items: readonly AuditItem[];
  readonly next: string | null;
}

const question = `query AuditLog($kinds: [AuditKind!], $object: String, $actorId: ID, $from: DateTime, $to: DateTime, $after: String) {
  auditLog(kinds: $kinds, object: $object, actorId: $actorId, from: $from, to: $to, first: 50, after: $after) {
    items { id kind at by { id name } source action object recordId recordName isThere changes sentences operationId revision trail { seq address userAgent detail } } next
  }
}`;

export function auditOptions({ kind, ...rest }: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: ['auditLog', kind, rest], staleTime: 0, initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => (await metadataRequest<{ auditLog: AuditPage }>(question, { ...rest, kinds: kind === null ? null : [kind], after: pageParam }, signal)).auditLog,
    getNextPageParam: ({ next }) => next,
  });
}

/** Where the entries that a filter shows can be fetched as a file. */
export function auditFileHref({ kind, ...rest }: AuditFilter, format: 'csv' | 'ndjson'): string {
  const given = Object.entries({ kinds: kind, ...rest }).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  const query = new URLSearchParams(given).toString();
  return `/export/audit-log.${format}${query === '' ? '' : `?${query}`}`;
}

export const peopleOptions = queryOptions({
  queryKey: ['auditPeople'],
  queryFn: async ({ signal }) => (await metadataRequest<{ users: readonly { readonly id: string; readonly name: string }[] }>('{ users { id name } }', {}, signal)).users,
});

/** What a recomputation of a chain came to. */
export interface TrailState {
  readonly chain: string;
  readonly entries: number;
  readonly seq: string;
  readonly hash: string;
  readonly removedUpTo: string | null;
  readonly brokenAt: string | null;
  readonly fault: string | null;
}

export async function verifyTrail(): Promise<readonly TrailState[]> {
  return (await metadataRequest<{ verifyTrail: readonly TrailState[] }>('{ verifyTrail { chain entries seq hash removedUpTo brokenAt fault } }')).verifyTrail;
}

export const trailDaysOptions = queryOptions({
  queryKey: ['trailDays'],
  queryFn: async ({ signal }) => (await metadataRequest<{ trailDays: number | null }>('{ trailDays }', {}, signal)).trailDays,
});

/** The trail alone, with the hashes of its entries. */
export function trailFileHref({ from, to }: AuditFilter, format: 'csv' | 'ndjson'): string {
  const query = new URLSearchParams(Object.entries({ from, to }).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))).toString();
  return `/export/trail.${format}${query === '' ? '' : `?${query}`}`;
}
