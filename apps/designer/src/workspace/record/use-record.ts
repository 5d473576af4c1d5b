import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { queryClient, recordsRequest, useLiveRecords } from '../../api/index.js';
import { recordQuery } from '../records/record-queries.js';
import type { RecordRow } from '../records/record-row.js';
import { recordKey, timelineKey } from '../records/save-record.js';
import { selectFields } from '../records/select-fields.js';

/** A record with all that this person may read of it, kept as others change it; null where there is none for this person. */
export function useRecord(workspace: WorkspaceDescription, object: ObjectDescription, id: string): UseQueryResult<RecordRow | null> {
  const select = useMemo(() => selectFields(workspace, object, object.fields.map(({ name }) => name)), [workspace, object]);
  const ids = useMemo(() => [id], [id]);
  const refresh = useCallback(() => {
    void queryClient.invalidateQueries({ queryKey: recordKey(object.name, id) });
    void queryClient.invalidateQueries({ queryKey: timelineKey(object.name, id) });
  }, [object.name, id]);
  useLiveRecords({ object: object.name, ids, onChange: refresh, onGap: refresh });
  return useQuery({
    queryKey: recordKey(object.name, id), staleTime: 5_000,
    queryFn: async ({ signal }) => {
      const { query, variables } = recordQuery(object, id, select);
      return (await recordsRequest<{ record: RecordRow | null }>(query, variables, signal)).record;
    },
  });
}
