import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest, type Problem } from '../../api/index.js';
import { documentsKey } from '../documents/setup-queries.js';

export interface DocumentDifference {
  readonly kind: string;
  readonly name: string;
  readonly event: 'added' | 'changed' | 'removed';
  readonly changes: readonly { readonly path: string; readonly before: unknown; readonly after: unknown }[];
}

export interface RemovedItem {
  readonly id: string;
  readonly kind: 'field' | 'object';
  readonly object: string;
  readonly field: string | null;
  readonly title: string;
  readonly removedAt: string;
  readonly removedBy: { readonly name: string } | null;
  readonly revision: number;
  readonly dropsAt: string;
}

export interface PendingWork { readonly kind: string; readonly object: string; readonly field: string | null; readonly name: string; readonly since: string; readonly error: string | null }

export const comparisonOptions = (from: number, to: number) => queryOptions({
  queryKey: [...documentsKey, 'comparison', from, to],
  queryFn: async ({ signal }) =>
    (await metadataRequest<{ compareRevisions: DocumentDifference[] }>('query ($from: Int!, $to: Int!) { compareRevisions(from: $from, to: $to) { kind name event changes { path before after } } }', { from, to }, signal)).compareRevisions,
});

export const removedItemsOptions = queryOptions({
  queryKey: [...documentsKey, 'removed'],
  queryFn: async ({ signal }) => (await metadataRequest<{ removedItems: RemovedItem[] }>('query { removedItems { id kind object field title removedAt removedBy { name } revision dropsAt } }', {}, signal)).removedItems,
});

/** Asked again while something is under way. */
export const pendingWorkOptions = queryOptions({
  queryKey: [...documentsKey, 'pending'],
  queryFn: async ({ signal }) => (await metadataRequest<{ pendingWork: PendingWork[] }>('query { pendingWork { kind object field name since error } }', {}, signal)).pendingWork,
  refetchInterval: ({ state }) => (state.data && state.data.length > 0 ? 2_000 : false),
});

export function useRollBack() {
  return useDraftMaker(async (to: number) => (await metadataRequest<{ rollBack: { problems: Problem[] } }>('mutation ($to: Int!) { rollBack(to: $to) { problems { path code message hint } } }', { to })).rollBack.problems);
}

export function useBringBack() {
  return useDraftMaker(async (id: string) => (await metadataRequest<{ bringBack: { problems: Problem[] } }>('mutation ($id: ID!) { bringBack(id: $id) { problems { path code message hint } } }', { id })).bringBack.problems);
}

function useDraftMaker<Input>(make: (input: Input) => Promise<readonly Problem[]>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: make, onSuccess: () => client.invalidateQueries({ queryKey: documentsKey }) });
}
