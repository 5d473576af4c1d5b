import { graphqlNames, valueName, type ObjectDescription, type WorkspaceDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { recordsRequest } from '../../api/index.js';

interface RelatedCountOptions {
  readonly workspace: Pick<WorkspaceDescription, 'objects'>;
  readonly object: ObjectDescription;
  readonly id: string;
  readonly relations: readonly string[];
}

/** How many records stand in the related lists together; undefined until it is known. */
export function useRelatedCount({ workspace, object, id, relations }: RelatedCountOptions): number | undefined {
  const parts = relations.flatMap((name, index) => {
    const relation = object.relations.find((one) => one.name === name);
    const listed = workspace.objects.find((one) => one.name === relation?.object);
    const link = listed?.fields.find((field) => field.name === relation?.field);
    if (!relation || !listed) return [];
    return [`list${index}: ${graphqlNames(listed).many}(where: { ${link ? valueName(link) : relation.field}: { eq: $id } }) { totalCount }`];
  });
  const { data } = useQuery({
    queryKey: ['totals', object.name, 'related', id, parts], enabled: parts.length > 0, staleTime: 5_000,
    queryFn: async ({ signal }) => {
      const answer = await recordsRequest<Readonly<Record<string, { readonly totalCount: number }>>>(`query Related($id: ID!) { ${parts.join(' ')} }`, { id }, signal);
      return Object.values(answer).reduce((sum, { totalCount }) => sum + totalCount, 0);
    },
  });
  return data;
}
