import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  /** The permission sets that it is limited to; null leaves it all rights of its owner. */
  readonly permissionSets: readonly string[] | null;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly lastUsedAddress: string | null;
  readonly expiresAt: string | null;
  /** Until when the key before the last rotation works as well. */
  readonly previousUntil: string | null;
}

export const apiKeysOptions = queryOptions({
  queryKey: ['setup', 'api-keys'],
  queryFn: async ({ signal }) => (await metadataRequest<{ apiKeys: ApiKey[] }>('query { apiKeys { id name permissionSets createdAt lastUsedAt lastUsedAddress expiresAt previousUntil } }', {}, signal)).apiKeys,
});

/** Answers with the key itself, which is never told again. */
export function useCreateApiKey() {
  return useKeyMutation(async (input: { readonly name: string; readonly expiresAt: string | null; readonly permissionSets: readonly string[] | null }) =>
    (await metadataRequest<{ createApiKey: { key: string } }>('mutation ($name: String!, $expiresAt: DateTime, $permissionSets: [String!]) { createApiKey(name: $name, expiresAt: $expiresAt, permissionSets: $permissionSets) { key } }', input)).createApiKey.key);
}

/** The same. */
export function useRotateApiKey() {
  return useKeyMutation(async (input: { readonly id: string; readonly overlapHours: number }) =>
    (await metadataRequest<{ rotateApiKey: { key: string } }>('mutation ($id: ID!, $overlapHours: Int!) { rotateApiKey(id: $id, overlapHours: $overlapHours) { key } }', input)).rotateApiKey.key);
}

export function useEndPreviousKey() {
  return useKeyMutation((id: string) => metadataRequest('mutation ($id: ID!) { endPreviousApiKey(id: $id) { id } }', { id }));
}

export function useRevokeApiKey() {
  return useKeyMutation((id: string) => metadataRequest('mutation ($id: ID!) { revokeApiKey(id: $id) }', { id }));
}

function useKeyMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: apiKeysOptions.queryKey }) });
}
