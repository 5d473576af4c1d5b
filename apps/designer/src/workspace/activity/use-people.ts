import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { recordsRequest } from '../../api/index.js';
import type { Mentioned } from './mentions.js';

const nobody: readonly Mentioned[] = [];

/** Colleagues whose names contain what was typed; null asks for nobody. */
export function usePeople(typed: string | null): readonly Mentioned[] {
  const { data } = useQuery({
    queryKey: ['people', typed], enabled: typed !== null, staleTime: 60_000, placeholderData: keepPreviousData, retry: false,
    queryFn: async ({ signal }) => {
      const where = { active: { eq: true }, ...(typed ? { name: { contains: typed } } : {}) };
      const { users } = await recordsRequest<{ users: { nodes: readonly Mentioned[] } }>('query People($where: UserWhere) { users(where: $where, orderBy: [{ name: ASC }], first: 8) { nodes { id name } } }', { where }, signal);
      return users.nodes;
    },
  });
  return typed === null ? nobody : (data ?? nobody);
}
