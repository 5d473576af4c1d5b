import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

export interface Hold {
  readonly id: string;
  readonly reason: string;
  readonly heldBy: { readonly name: string } | null;
  readonly heldAt: string;
}

/** The holds that stand on a record; for those with the area of privacy. */
export const recordHoldsOptions = (recordId: string) => queryOptions({
  queryKey: ['privacy', 'holds', recordId],
  queryFn: async ({ signal }) => (await metadataRequest<{ recordHolds: readonly Hold[] }>('query Holds($recordId: ID!) { recordHolds(recordId: $recordId) { id reason heldBy { name } heldAt } }', { recordId }, signal)).recordHolds,
});

export function usePlaceHold(object: string, recordId: string) {
  return useHoldChange(recordId, (reason: string) => metadataRequest('mutation PlaceHold($object: String!, $recordId: ID!, $reason: String!) { placeHold(object: $object, recordId: $recordId, reason: $reason) { id } }', { object, recordId, reason }));
}

export function useLiftHold(recordId: string) {
  return useHoldChange(recordId, (id: string) => metadataRequest('mutation LiftHold($id: ID!) { liftHold(id: $id) { id } }', { id }));
}

function useHoldChange(recordId: string, change: (wish: string) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: recordHoldsOptions(recordId).queryKey }) });
}
