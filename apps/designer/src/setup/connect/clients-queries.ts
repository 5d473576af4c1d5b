import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

export interface OauthClient {
  /** Its client_id. */
  readonly id: string;
  readonly name: string;
  readonly permissionSets: readonly string[];
  /** Names of its role and teams. */
  readonly role: string | null;
  readonly teams: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly lastUsedAddress: string | null;
  /** Until when the secret before the last rotation works as well. */
  readonly previousUntil: string | null;
}

export interface ClientSecret {
  readonly secret: string;
  readonly client: { readonly id: string };
}

export const oauthClientsOptions = queryOptions({
  queryKey: ['setup', 'oauth-clients'],
  queryFn: async ({ signal }) => (await metadataRequest<{ oauthClients: readonly OauthClient[] }>('query { oauthClients { id name permissionSets role teams createdAt expiresAt lastUsedAt lastUsedAddress previousUntil } }', {}, signal)).oauthClients,
});

/** Answers with the secret, which is never told again; so does the next. */
export function useCreateClient() {
  return useClientMutation(async (input: { readonly name: string; readonly permissionSets: readonly string[]; readonly role: string | null; readonly teams: readonly string[]; readonly expiresAt: string | null }) =>
    (await metadataRequest<{ createOauthClient: ClientSecret }>('mutation ($input: OauthClientInput!) { createOauthClient(input: $input) { secret client { id } } }', { input })).createOauthClient);
}

export function useRotateClient() {
  return useClientMutation(async (input: { readonly id: string; readonly overlapHours: number }) =>
    (await metadataRequest<{ rotateOauthClient: ClientSecret }>('mutation ($id: ID!, $overlapHours: Int!) { rotateOauthClient(id: $id, overlapHours: $overlapHours) { secret client { id } } }', input)).rotateOauthClient);
}

export function usePlaceClient() {
  return useClientMutation((input: { readonly id: string; readonly role: string | null; readonly teams: readonly string[] }) =>
    metadataRequest('mutation ($id: ID!, $role: String, $teams: [String!]!) { placeOauthClient(id: $id, role: $role, teams: $teams) { id } }', input));
}

export function useEndPreviousSecret() {
  return useClientMutation((id: string) => metadataRequest('mutation ($id: ID!) { endPreviousOauthSecret(id: $id) { id } }', { id }));
}

export function useRemoveClient() {
  return useClientMutation((id: string) => metadataRequest('mutation ($id: ID!) { removeOauthClient(id: $id) }', { id }));
}

function useClientMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: oauthClientsOptions.queryKey }) });
}
