import { useQuery } from '@tanstack/react-query';
import { fetchStrangers } from './timeline-item.js';

const nobody: readonly string[] = [];

/** Those of the mentioned who may not read the record, so that people know before they send. The server refuses them in any case. */
export function useStrangers(object: string, recordId: string, people: readonly string[]): readonly string[] {
  const asked = [...people].sort();
  const { data } = useQuery({ queryKey: ['strangers', object, recordId, asked], enabled: asked.length > 0, staleTime: 30_000, retry: false, queryFn: ({ signal }) => fetchStrangers(object, recordId, asked, signal) });
  return asked.length === 0 ? nobody : (data ?? nobody);
}
