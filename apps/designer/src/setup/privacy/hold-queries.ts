import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

export interface Hold {
  readonly id: string;
  readonly reason: string;
  readonly heldBy: { readonly name: string } | null;
  readonly heldAt: string;
}

/** With the record that is held; `name` is null where the reader may not read it. */
export interface ListedHold extends Hold {
  readonly object: string | null;
  readonly recordId: string;
  readonly name: string | null;
  readonly liftedBy: { readonly name: string } | null;
  readonly liftedAt: string | null;
}

/** Those that stand, then those that were lifted. */
export const holdsOptions = queryOptions({
  queryKey: ['privacy', 'holds'],
  queryFn: async ({ signal }) => (await metadataRequest<{ holds: readonly ListedHold[] }>('query { holds { id object recordId name reason heldBy { name } heldAt liftedBy { name } liftedAt } }', {}, signal)).holds,
});

/** The holds that stand on a record; for those with the area of privacy. */
export const recordHoldsOptions = (recordId: string) => queryOptions({
  queryKey: ['privacy', 'holds', recordId],
  queryFn: async ({ signal }) => (await metadataRequest<{ recordHolds: readonly Hold[] }>('query Holds($recordId: ID!) { recordHolds(recordId: $recordId) { id reason heldBy { name } heldAt } }', { recordId }, signal)).recordHolds,
});

export function usePlaceHold(object: string, recordId: string) {
  return useHoldChange((reason: string) => metadataRequest('mutation PlaceHold($object: String!, $recordId: ID!, $reason: String!) { placeHold(object: $object, recordId: $recordId, reason: $reason) { id } }', { object, recordId, reason }));
}

export function useLiftHold() {
  return useHoldChange((id: string) => metadataRequest('mutation LiftHold($id: ID!) { liftHold(id: $id) { id } }', { id }));
}

function useHoldChange(change: (wish: string) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: holdsOptions.queryKey }) });
}
