import type { ImportPlan } from '@guanxi/metadata';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

export type ImportStatus = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';

export interface RejectedRow {
  /** As a spreadsheet counts: the headings are row 1. */
  readonly row: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly message: string;
  readonly hint: string | null;
}

export interface ImportState {
  readonly id: string;
  readonly object: string;
  readonly fileName: string;
  readonly status: ImportStatus;
  readonly dryRun: boolean;
  readonly plan: ImportPlan;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly rowsRead: number;
  readonly rowsTotal: number | null;
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly rejected: number;
  /** Records made because a row named them, by object. */
  readonly relatedCreated: Readonly<Record<string, number>> | null;
  readonly rejectedSample: readonly RejectedRow[];
  readonly error: string | null;
}

const fields = `id object fileName status dryRun plan startedAt finishedAt by { id name } rowsRead rowsTotal created updated skipped rejected relatedCreated
  rejectedSample { row column value message hint } error`;

export const importsKey = ['imports'] as const;

export const importsOptions = queryOptions({
  queryKey: [...importsKey, 'list'],
  queryFn: async ({ signal }) => (await metadataRequest<{ imports: ImportState[] }>(`query { imports(first: 100) { ${fields} } }`, {}, signal)).imports,
  refetchInterval: ({ state }) => (state.data?.some(isGoing) ? 1500 : false),
});

export const importOptions = (id: string) => queryOptions({
  queryKey: [...importsKey, 'one', id],
  queryFn: async ({ signal }) => (await metadataRequest<{ import: ImportState | null }>(`query ($id: ID!) { import(id: $id) { ${fields} } }`, { id }, signal)).import,
  refetchInterval: ({ state }) => (state.data && isGoing(state.data) ? 700 : false),
});

export function isGoing({ status }: Pick<ImportState, 'status'>): boolean {
  return status === 'QUEUED' || status === 'RUNNING';
}

export function useStartImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: { readonly upload: string; readonly plan: ImportPlan; readonly dryRun: boolean }) => (await metadataRequest<{ startImport: ImportState }>(
      `mutation ($upload: ID!, $plan: JSON!, $dryRun: Boolean!) { startImport(upload: $upload, plan: $plan, dryRun: $dryRun) { ${fields} } }`, input)).startImport,
    onSuccess: (started) => {
      client.setQueryData(importOptions(started.id).queryKey, started);
      void client.invalidateQueries({ queryKey: importsOptions.queryKey });
    },
  });
}

export function useCancelImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => metadataRequest('mutation ($id: ID!) { cancelImport(id: $id) { id } }', { id }),
    onSettled: () => client.invalidateQueries({ queryKey: importsKey }),
  });
}
