import type { JsonValue } from '@guanxi/field-types';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

export type AuditKind = 'RECORD' | 'OPERATION' | 'PUBLISHING' | 'AUTOMATION';

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
    items { id kind at by { id name } source action object recordId recordName isThere changes sentences operationId revision } next
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
