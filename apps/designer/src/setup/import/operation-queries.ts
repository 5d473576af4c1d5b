import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';
import { importsKey } from './import-queries.js';

export interface LeftOut {
  readonly object: string;
  readonly recordId: string;
  readonly name: string | null;
  readonly field: string | null;
  readonly reason: 'CHANGED_SINCE' | 'GONE' | 'RULE' | 'FORBIDDEN';
}

/** What an import has done as one thing that can be taken back. */
export interface Operation {
  readonly id: string;
  readonly status: 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';
  readonly undoable: boolean;
  readonly undoUntil: string | null;
  readonly undoneBy: string | null;
  readonly leftOutCount: number;
  readonly leftOut: readonly LeftOut[];
  readonly error: string | null;
}

const fields = 'id status undoable undoUntil undoneBy leftOutCount leftOut(first: 100) { object recordId name field reason } error';

export const operationOptions = (id: string) => queryOptions({
  queryKey: [...importsKey, 'operation', id],
  queryFn: async ({ signal }) => (await metadataRequest<{ operation: Operation | null }>(`query ($id: ID!) { operation(id: $id) { ${fields} } }`, { id }, signal)).operation,
  refetchInterval: ({ state }) => (state.data?.status === 'RUNNING' ? 700 : false),
});

export function useUndoImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => (await metadataRequest<{ undoOperation: Operation }>(`mutation ($id: ID!) { undoOperation(id: $id) { ${fields} } }`, { id })).undoOperation,
    onSettled: () => client.invalidateQueries({ queryKey: importsKey }),
  });
}
