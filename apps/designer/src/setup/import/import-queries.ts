import type { ImportPlan } from '@guanxi/metadata';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

export type ImportStatus = 'QUEUED' | 'READING' | 'CHECKING' | 'READY' | 'WRITING' | 'DONE' | 'FAILED' | 'CANCELLED';
export type RepairAction = 'MAP_VALUES' | 'DATE_FORMAT' | 'NUMBER_FORMAT' | 'CUT_TEXT' | 'FILL_BLANK' | 'REPLACE_VALUES' | 'CREATE_MISSING' | 'DUPLICATES' | 'MEND_FILE';

export interface RejectedRow {
  /** As a spreadsheet counts: the headings are row 1. */
  readonly row: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly message: string;
  readonly hint: string | null;
}

/** Rows with the same fault. */
export interface ImportProblem {
  readonly code: string;
  readonly column: string | null;
  readonly field: string | null;
  readonly action: RepairAction;
  readonly rows: number;
  readonly message: string;
  readonly hint: string | null;
  readonly values: readonly { readonly value: string; readonly rows: number }[];
}

export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly duplicates: number;
  readonly skipped: number;
  readonly rejected: number;
  /** Records made because a row named them, by object. */
  readonly relatedCreated: Readonly<Record<string, number>> | null;
}

export interface ImportState extends ImportCounts {
  readonly id: string;
  readonly object: string;
  readonly fileName: string;
  readonly status: ImportStatus;
  readonly preview: boolean;
  readonly plan: ImportPlan;
  readonly upload: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly rowsRead: number;
  readonly rowsTotal: number | null;
  readonly rowsDone: number;
  /** What the look at the whole file has found. */
  readonly expected: ImportCounts | null;
  readonly problems: readonly ImportProblem[];
  readonly rejectedSample: readonly RejectedRow[];
  readonly error: string | null;
}

const counts = 'created updated unchanged duplicates skipped rejected relatedCreated';
const fields = `id object fileName status preview plan upload startedAt finishedAt by { id name } rowsRead rowsTotal rowsDone ${counts} expected { ${counts} }
  problems { code column field action rows message hint values { value rows } } rejectedSample { row column value message hint } error`;

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

/** The rows of one group of problems, as far as the import waits to be written. */
export const problemRowsOptions = (id: string, { code, column }: Pick<ImportProblem, 'code' | 'column'>) => queryOptions({
  queryKey: [...importsKey, 'rows', id, code, column],
  queryFn: async ({ signal }) => (await metadataRequest<{ rows: RejectedRow[] }>(
    'query ($id: ID!, $code: String, $column: String) { rows: rejectedRows(import: $id, code: $code, column: $column, first: 50) { row column value message hint } }', { id, code, column }, signal)).rows,
});

export interface SavedMapping {
  readonly id: string;
  readonly name: string;
  readonly plan: ImportPlan;
}

export const mappingsOptions = (object: string) => queryOptions({
  queryKey: [...importsKey, 'mappings', object],
  queryFn: async ({ signal }) => (await metadataRequest<{ importMappings: SavedMapping[] }>('query ($object: String!) { importMappings(object: $object) { id name plan } }', { object }, signal)).importMappings,
});

export function isGoing({ status }: Pick<ImportState, 'status'>): boolean {
  return status === 'QUEUED' || status === 'READING' || status === 'CHECKING' || status === 'WRITING';
}

/** Looks at the whole file; nothing is written before it is confirmed. */
export function useStartImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: { readonly upload: string; readonly plan: ImportPlan }) => (await metadataRequest<{ startImport: ImportState }>(
      `mutation ($upload: ID!, $plan: JSON!) { startImport(upload: $upload, plan: $plan, preview: true) { ${fields} } }`, input)).startImport,
    onSuccess: (started) => {
      client.setQueryData(importOptions(started.id).queryKey, started);
      void client.invalidateQueries({ queryKey: importsOptions.queryKey });
    },
  });
}

export function useConfirmImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: { readonly id: string; readonly automations: NonNullable<ImportPlan['automations']> }) => (await metadataRequest<{ confirmImport: ImportState }>(
      `mutation ($id: ID!, $automations: ImportAutomations) { confirmImport(id: $id, automations: $automations) { ${fields} } }`, input)).confirmImport,
    onSuccess: (confirmed) => {
      client.setQueryData(importOptions(confirmed.id).queryKey, confirmed);
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

export function useSaveMapping() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { readonly name: string; readonly plan: ImportPlan }) => metadataRequest('mutation ($name: String!, $plan: JSON!) { saveImportMapping(name: $name, plan: $plan) { id } }', input),
    onSettled: () => client.invalidateQueries({ queryKey: [...importsKey, 'mappings'] }),
  });
}
