import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';
import { exportFields, exportsKey, type ExportFormat, type ExportState } from '../../workspace/export/export-queries.js';

export interface ExportSchedule {
  readonly id: string;
  readonly kind: 'ORG' | 'BACKUP';
  readonly title: string;
  readonly cron: string;
  readonly timeZone: string;
  readonly active: boolean;
  readonly objects: readonly string[];
  readonly format: ExportFormat | null;
  readonly rowsPerFile: number | null;
  readonly withPasswords: boolean;
  readonly nextAt: string;
  readonly lastAt: string | null;
  readonly by: { readonly id: string; readonly name: string } | null;
}

export interface ScheduleInput {
  readonly title: string;
  readonly cron: string;
  readonly timeZone: string;
  readonly active: boolean;
  readonly org?: OrgExportInput;
  readonly withPasswords?: boolean;
}

export interface OrgExportInput {
  readonly objects: readonly string[];
  readonly format: ExportFormat;
  readonly rowsPerFile: number;
}

const fields = 'id kind title cron timeZone active objects format rowsPerFile withPasswords nextAt lastAt by { id name }';

export const schedulesOptions = queryOptions({
  queryKey: [...exportsKey, 'schedules'],
  queryFn: async ({ signal }) => (await metadataRequest<{ exportSchedules: ExportSchedule[] }>(`query { exportSchedules { ${fields} } }`, {}, signal)).exportSchedules,
});

export function useSaveSchedule() {
  return useExports(({ id, input }: { readonly id?: string; readonly input: ScheduleInput }) => metadataRequest('mutation ($id: ID, $input: ExportScheduleInput!) { saveExportSchedule(id: $id, input: $input) { id } }', { id, input }));
}

export function useRemoveSchedule() {
  return useExports((id: string) => metadataRequest('mutation ($id: ID!) { removeExportSchedule(id: $id) }', { id }));
}

export function useStartOrgExport() {
  return useExports((input: OrgExportInput) => metadataRequest<{ started: ExportState }>(`mutation ($input: OrgExportInput!) { started: startOrgExport(input: $input) { ${exportFields} } }`, { input }));
}

export function useStartBackup() {
  return useExports((withPasswords: boolean) => metadataRequest<{ started: ExportState }>(`mutation ($withPasswords: Boolean!) { started: startBackup(withPasswords: $withPasswords) { ${exportFields} } }`, { withPasswords }));
}

function useExports<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: exportsKey }) });
}
