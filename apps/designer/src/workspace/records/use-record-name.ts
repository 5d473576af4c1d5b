import { useQuery } from '@tanstack/react-query';
import { recordsRequest, useWorkspaceQuery } from '../../api/index.js';

/** The name of a record that only its id is known of. */
export function useRecordName(objectName: string | undefined, id: string | null): string | undefined {
  const { data: workspace } = useWorkspaceQuery();
  const object = workspace?.objects.find(({ name }) => name === objectName);
  const { data } = useQuery({
    queryKey: ['record-name', objectName, id], enabled: object !== undefined && id !== null && id !== '', staleTime: 300_000,
    queryFn: async ({ signal }) => {
      const { record } = await recordsRequest<{ record: { name: string | null } | null }>(
        `query Name($id: ID!) { record: ${object?.singular ?? ''}(id: $id) { name: ${object?.nameField ?? 'id'} } }`, { id }, signal,
      );
      return record?.name ?? '';
    },
  });
  return data === '' ? (id ?? undefined) : data;
}
