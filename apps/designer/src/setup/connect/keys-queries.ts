import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

export interface ApiKey { readonly id: string; readonly name: string; readonly createdAt: string; readonly lastUsedAt: string | null; readonly expiresAt: string | null }

export const apiKeysOptions = queryOptions({
  queryKey: ['setup', 'api-keys'],
  queryFn: async ({ signal }) => (await metadataRequest<{ apiKeys: ApiKey[] }>('query { apiKeys { id name createdAt lastUsedAt expiresAt } }', {}, signal)).apiKeys,
});

/** Answers with the key itself, which is never told again. */
export function useCreateApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: { readonly name: string; readonly expiresAt: string | null }) =>
      (await metadataRequest<{ createApiKey: { key: string } }>('mutation ($name: String!, $expiresAt: DateTime) { createApiKey(name: $name, expiresAt: $expiresAt) { key } }', input)).createApiKey.key,
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysOptions.queryKey }),
  });
}

export function useRevokeApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => metadataRequest('mutation ($id: ID!) { revokeApiKey(id: $id) }', { id }),
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysOptions.queryKey }),
  });
}
