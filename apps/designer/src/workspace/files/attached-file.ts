import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { metadataRequest, queryClient } from '../../api/index.js';
import { timelineKey } from '../records/save-record.js';

interface Person { readonly id: string; readonly name: string }

/** A file that hangs on a record, or one's own, in its current version. */
export interface AttachedFile {
  readonly id: string;
  /** Null for one's own. */
  readonly object: string | null;
  readonly recordId: string | null;
  readonly recordName: string | null;
  readonly name: string;
  readonly version: number;
  readonly versions: number;
  readonly contentType: string;
  readonly size: number;
  readonly changedAt: string;
  readonly changedBy: Person | null;
  readonly removedAt: string | null;
  readonly canChange: boolean;
  readonly url: string;
}

export interface FileVersion {
  readonly number: number;
  readonly contentType: string;
  readonly size: number;
  readonly uploadedBy: Person | null;
  readonly at: string;
  readonly note: string | null;
  readonly isCurrent: boolean;
  readonly url: string;
}

interface FilePage { readonly attachments: readonly AttachedFile[]; readonly next: string | null }

/** Where new files go: to a record, or among one's own. */
export type FilePlace = { readonly object: string; readonly recordId: string } | null;
export type FileOrder = 'CHANGED' | 'NAME' | 'SIZE';

/** What a list of files is asked for. */
export interface FileQuestion {
  readonly scope: 'ALL' | 'OWN' | 'RECORDS';
  readonly order: FileOrder;
  readonly search: string;
  readonly isRemoved: boolean;
}

const fields = 'id object recordId recordName name version versions contentType size changedAt changedBy { id name } removedAt canChange url';
const filesKey = ['files'] as const;

export function recordFilesOptions(object: string, recordId: string) {
  const query = `query RecordFiles($object: String!, $recordId: ID!, $after: String) { page: attachments(object: $object, recordId: $recordId, first: 50, after: $after) { attachments { ${fields} } next } }`;
  return infiniteQueryOptions({
    queryKey: [...filesKey, object, recordId], staleTime: 10_000, initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => (await metadataRequest<{ page: FilePage }>(query, { object, recordId, after: pageParam }, signal)).page,
    getNextPageParam: ({ next }) => next,
  });
}

export function myFilesOptions({ scope, order, search, isRemoved }: FileQuestion) {
  const query = `query MyFiles($scope: FileScope!, $order: FileOrder!, $search: String, $removed: Boolean!, $after: String) { page: myFiles(scope: $scope, order: $order, search: $search, removed: $removed, first: 60, after: $after) { attachments { ${fields} } next } }`;
  return infiniteQueryOptions({
    queryKey: [...filesKey, scope, order, search, isRemoved], staleTime: 10_000, initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => (await metadataRequest<{ page: FilePage }>(query, { scope, order, search: search === '' ? null : search, removed: isRemoved, after: pageParam }, signal)).page,
    getNextPageParam: ({ next }) => next,
  });
}

export function filesByIdOptions(ids: readonly string[]) {
  return queryOptions({
    queryKey: [...filesKey, 'byId', ids], staleTime: 10_000,
    queryFn: async ({ signal }) => (await metadataRequest<{ files: readonly AttachedFile[] }>(`query FilesById($ids: [ID!]!) { files: attachmentsById(ids: $ids) { ${fields} } }`, { ids }, signal)).files,
  });
}

export function fileVersionsOptions(id: string) {
  return queryOptions({
    queryKey: [...filesKey, 'versions', id],
    queryFn: async ({ signal }) => (await metadataRequest<{ versions: readonly FileVersion[] }>('query FileVersions($id: ID!) { versions: attachmentVersions(id: $id) { number contentType size uploadedBy { id name } at note isCurrent url } }', { id }, signal)).versions,
  });
}

export interface UploadLimits { readonly bytes: number; readonly refusedEndings: readonly string[] }

export const uploadLimitsOptions = queryOptions({
  queryKey: ['uploadLimits'], staleTime: Infinity,
  queryFn: async ({ signal }) => (await metadataRequest<{ limits: UploadLimits }>('query UploadLimits { limits: uploadLimits { bytes refusedEndings } }', {}, signal)).limits,
});

export async function renameFile(id: string, name: string): Promise<void> {
  await metadataRequest('mutation RenameFile($id: ID!, $name: String!) { renameAttachment(id: $id, name: $name) { id } }', { id, name });
}

export async function makeVersionCurrent(id: string, number: number): Promise<void> {
  await metadataRequest('mutation FileVersion($id: ID!, $number: Int!) { makeAttachmentVersionCurrent(id: $id, number: $number) { id } }', { id, number });
}

export async function removeFiles(ids: readonly string[]): Promise<void> {
  await metadataRequest('mutation RemoveFiles($ids: [ID!]!) { removeAttachments(ids: $ids) }', { ids });
}

export async function restoreFiles(ids: readonly string[]): Promise<void> {
  await metadataRequest('mutation RestoreFiles($ids: [ID!]!) { restoreAttachments(ids: $ids) { id } }', { ids });
}

/** Where new content is sent to. */
export function uploadAddress(place: FilePlace, replaced?: string): string {
  if (replaced !== undefined) return `/attachments/${replaced}/versions`;
  return place ? `/attachments?${new URLSearchParams({ object: place.object, recordId: place.recordId }).toString()}` : '/attachments';
}

/** All lists of files are read again, and what the record's timeline tells of them. */
export async function afterFileChange({ object, recordId }: { readonly object?: string | null; readonly recordId?: string | null }): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: filesKey }),
    ...(object && recordId ? [queryClient.invalidateQueries({ queryKey: timelineKey(object, recordId) })] : []),
  ]);
}
