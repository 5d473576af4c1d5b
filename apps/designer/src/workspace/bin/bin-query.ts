import { infiniteQueryOptions } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

export interface DeletedRecord {
  readonly object: string;
  readonly id: string;
  readonly name: string | null;
  readonly deletedAt: string;
  readonly deletedBy: { readonly id: string; readonly name: string } | null;
  readonly operationId: string | null;
}

interface DeletedRecordPage {
  readonly records: readonly DeletedRecord[];
  readonly next: string | null;
}

const question = `query DeletedRecords($object: String, $mine: Boolean!, $after: String) {
  deletedRecords(object: $object, mine: $mine, first: 50, after: $after) { records { object id name deletedAt operationId deletedBy { id name } } next }
}`;

/** `object`: all objects when null. `mine`: only what the person who looks deleted. */
export function binOptions(object: string | null, mine: boolean) {
  return infiniteQueryOptions({
    queryKey: ['deletedRecords', object, mine], staleTime: 0, initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => (await metadataRequest<{ deletedRecords: DeletedRecordPage }>(question, { object, mine, after: pageParam }, signal)).deletedRecords,
    getNextPageParam: ({ next }) => next,
  });
}
