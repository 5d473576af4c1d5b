import type { WorkspaceDescription } from '@guanxi/metadata';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { metadataRequest } from './request.js';

export const workspaceOptions = {
  queryKey: ['workspace'] as const,
  queryFn: async ({ signal }: { readonly signal?: AbortSignal }) =>
    (await metadataRequest<{ workspace: WorkspaceDescription }>('query { workspace }', {}, signal)).workspace,
  staleTime: 60_000,
};

/** What this person may see: apps, objects, fields, layouts, views. Invalidate `workspaceOptions.queryKey` after publishing. */
export function useWorkspaceQuery(): UseQueryResult<WorkspaceDescription> {
  return useQuery(workspaceOptions);
}
