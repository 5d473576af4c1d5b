import { graphqlNames, valueName, type ObjectDescription, type WorkspaceDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { recordsRequest } from '../../api/index.js';

/** Records of one kind that point to a record. */
export interface Pointing {
  readonly label: string;
  readonly count: number;
}

/** What points to each of some records, by record; what somebody may not see is not counted. */
export function usePointingRecords(workspace: Pick<WorkspaceDescription, 'objects'>, object: ObjectDescription, ids: readonly string[]): ReadonlyMap<string, readonly Pointing[]> | undefined {
  const ways = object.relations.flatMap(({ label, object: name, field, through }) => {
    const other = workspace.objects.find((one) => one.name === name);
    const link = other?.fields.find((one) => one.name === field);
    return other && link && through === undefined ? [{ label, many: graphqlNames(other).many, key: valueName(link) }] : [];
  });
  const { data } = useQuery({
    queryKey: ['totals', object.name, 'pointing', ids], enabled: ways.length > 0, staleTime: 5_000,
    queryFn: async ({ signal }) => {
      const parts = ids.flatMap((_, record) => ways.map(({ many, key }, way) => `n${record}_${way}: ${many}(where: { ${key}: { eq: $id${record} } }) { totalCount }`));
      const answer = await recordsRequest<Readonly<Record<string, { readonly totalCount: number }>>>(
        `query Pointing(${ids.map((_, record) => `$id${record}: ID!`).join(', ')}) { ${parts.join(' ')} }`, Object.fromEntries(ids.map((id, record) => [`id${record}`, id])), signal);
      return ids.map((id, record) => [id, ways.map(({ label }, way) => ({ label, count: answer[`n${record}_${way}`]?.totalCount ?? 0 })).filter(({ count }) => count > 0)] as const);
    },
  });
  return data && new Map(data);
}
