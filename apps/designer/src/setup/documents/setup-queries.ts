import type { MetadataDocument, ObjectDocument } from '@guanxi/metadata';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { metadataRequest } from '../../api/index.js';
import type { Plan, Revision, StatedDocument, Usage } from './document-types.js';

const changeFields = 'id kind risk sentence object field rows examples blocking sql';
export const planFields = `baseRevision changes { ${changeFields} } problems { path code message hint }`;

/** Everything under this key is about documents; saving a draft or publishing makes all of it stale. */
export const documentsKey = ['setup', 'documents'] as const;

export const draftedDocuments = queryOptions({
  queryKey: [...documentsKey, 'drafted'],
  queryFn: async ({ signal }) => (await metadataRequest<{ documents: StatedDocument[] }>('query { documents(draft: true) { kind name document state } }', {}, signal)).documents,
});

export const publishedDocuments = queryOptions({
  queryKey: [...documentsKey, 'published'],
  queryFn: async ({ signal }) => (await metadataRequest<{ documents: StatedDocument[] }>('query { documents(draft: false) { kind name document state } }', {}, signal)).documents,
});

/** Counted on the records, so only asked for when there is something to publish. */
export const planOptions = queryOptions({
  queryKey: [...documentsKey, 'plan'],
  queryFn: async ({ signal }) => (await metadataRequest<{ plan: Plan }>(`query { plan { ${planFields} } }`, {}, signal)).plan,
});

export const objectCountsOptions = queryOptions({
  queryKey: ['setup', 'counts'],
  queryFn: async ({ signal }) => {
    const { objectCounts } = await metadataRequest<{ objectCounts: { object: string; records: number }[] }>('query { objectCounts { object records } }', {}, signal);
    return new Map(objectCounts.map(({ object, records }) => [object, records]));
  },
});

export const recordSchemaOptions = (object: string) => queryOptions({
  queryKey: [...documentsKey, 'record-schema', object],
  queryFn: async ({ signal }) => (await metadataRequest<{ recordSchema: unknown }>('query ($object: String!) { recordSchema(object: $object) }', { object }, signal)).recordSchema,
});

export const fieldUsageOptions = (object: string, field: string) => queryOptions({
  queryKey: [...documentsKey, 'usage', object, field],
  queryFn: async ({ signal }) => (await metadataRequest<{ fieldUsage: Usage[] }>('query ($object: String!, $field: String!) { fieldUsage(object: $object, field: $field) { kind name title path area } }', { object, field }, signal)).fieldUsage,
});

export const revisionsOptions = queryOptions({
  queryKey: [...documentsKey, 'revisions'],
  queryFn: async ({ signal }) => (await metadataRequest<{ revisions: Revision[] }>(`query { revisions(first: 100) { number at by { id name } note changes { ${changeFields} } } }`, {}, signal)).revisions,
});

export function isKind<Kind extends MetadataDocument['kind']>(kind: Kind) {
  return (one: StatedDocument): one is StatedDocument<Extract<MetadataDocument, { kind: Kind }>> => one.kind === kind;
}

/** One object with the draft laid over it, and as it is published (null for a new one). */
export function useObjectDocument(name: string) {
  const drafted = useQuery(draftedDocuments);
  const published = useQuery(publishedDocuments);
  const found = useMemo(() => {
    const stated = drafted.data?.filter(isKind('object')).find((one) => one.name === name) ?? null;
    const before = published.data?.find(({ document }) => document.guanxi.id === stated?.document.guanxi.id)?.document as ObjectDocument | undefined;
    return { stated, before: before ?? null };
  }, [drafted.data, published.data, name]);
  return {
    ...found, isPending: drafted.isPending || published.isPending, error: drafted.error ?? published.error,
    retry: () => { void drafted.refetch(); void published.refetch(); },
  };
}
