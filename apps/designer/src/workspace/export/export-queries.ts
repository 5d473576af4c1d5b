import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';
import { download } from '../../ui/index.js';

export type ExportStatus = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';
export type ExportFormat = 'CSV' | 'XLSX' | 'NDJSON';

/** A file that is made in the background, or was. */
export interface ExportState {
  readonly id: string;
  readonly kind: 'LIST' | 'ORG' | 'BACKUP';
  readonly fileName: string;
  readonly objects: readonly string[];
  readonly status: ExportStatus;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly expiresAt: string;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly rowsWritten: number;
  readonly rowsTotal: number | null;
  readonly bytes: number;
  readonly error: string | null;
}

export interface ListExportInput {
  readonly object: string;
  readonly format: ExportFormat;
  readonly fields?: readonly string[];
  readonly where?: unknown;
  readonly orderBy?: unknown;
  readonly search?: string;
  readonly ids?: readonly string[];
  readonly headings: 'NAMES' | 'TITLES';
  readonly mark: boolean;
}

export const exportFields = 'id kind fileName objects status startedAt finishedAt expiresAt by { id name } rowsWritten rowsTotal bytes error';
export const exportsKey = ['exports'] as const;

export const exportsOptions = (everybody: boolean) => queryOptions({
  queryKey: [...exportsKey, everybody ? 'all' : 'own'],
  queryFn: async ({ signal }) => (await metadataRequest<{ exports: ExportState[] }>(`query ($everybody: Boolean!) { exports(everybody: $everybody) { ${exportFields} } }`, { everybody }, signal)).exports,
  refetchInterval: ({ state }) => (state.data?.some(isGoing) ? 1_000 : false),
});

export function isGoing({ status }: Pick<ExportState, 'status'>): boolean {
  return status === 'QUEUED' || status === 'RUNNING';
}

export async function startExport(input: ListExportInput): Promise<ExportState> {
  return (await metadataRequest<{ started: ExportState }>(`mutation ($input: ExportInput!) { started: startExport(input: $input) { ${exportFields} } }`, { input })).started;
}

const askAgain = 300;

/** Waits until the file is ready or will not be, for so many milliseconds at most; then it answers how far it is. */
export async function followExport(id: string, most: number, signal: AbortSignal): Promise<ExportState | null> {
  for (const end = Date.now() + most; ;) {
    const { found } = await metadataRequest<{ found: ExportState | null }>(`query ($id: ID!) { found: export(id: $id) { ${exportFields} } }`, { id }, signal);
    if (!found || !isGoing(found) || Date.now() > end) return found;
    await new Promise((resolve) => setTimeout(resolve, askAgain));
  }
}

/** The browser saves the file like any other download. */
export function saveExport({ id, fileName }: Pick<ExportState, 'id' | 'fileName'>): void {
  download(exportHref(id), fileName);
}

export function exportHref(id: string): string {
  return `/exports/${id}`;
}

export function useExportAction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, action }: { readonly id: string; readonly action: 'cancelExport' | 'retryExport' }) => metadataRequest(`mutation ($id: ID!) { done: ${action}(id: $id) { id } }`, { id }),
    onSettled: () => client.invalidateQueries({ queryKey: exportsKey }),
  });
}
