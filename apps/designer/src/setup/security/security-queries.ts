import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

export interface SignInPolicy {
  readonly sessionHours: number;
  readonly idleMinutes: number;
  readonly factorRequired: 'nobody' | 'admins' | 'everybody';
  readonly passwordAllowed: boolean;
  readonly emergencyUserId: string | null;
  readonly shortestPassword: number;
  readonly addresses: readonly string[];
  readonly apiKeyDays: number | null;
}

export interface GroupMapping {
  readonly group: string;
  readonly permissionSets: readonly string[];
  readonly role: string | null;
  readonly teams: readonly string[];
}

export interface ProviderInput {
  readonly name: string;
  readonly active: boolean;
  readonly issuer: string;
  readonly clientId: string;
  readonly scopes: string;
  readonly domains: readonly string[];
  readonly trustsEmail: boolean;
  readonly makesUsers: boolean;
  readonly endsThere: boolean;
  readonly defaultPermissionSets: readonly string[];
  readonly groupClaim: string | null;
  readonly mappings: readonly GroupMapping[];
  readonly needsGroup: boolean;
}

export interface Provider extends ProviderInput {
  readonly id: string;
  readonly hasSecret: boolean;
  readonly people: number;
}

export interface ScimToken {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
}

export interface KeyInUse {
  readonly id: string;
  readonly name: string;
  readonly ownerName: string;
  readonly permissionSets: readonly string[] | null;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
}

export interface Named { readonly name: string; readonly title: string }
export interface ProviderTest { readonly works: boolean; readonly report: string; readonly issuer: string | null }
export interface DirectorySettings { readonly address: string; readonly defaultPermissionSets: readonly string[]; readonly mappings: readonly GroupMapping[]; readonly groups: readonly string[] }

const key = ['setup', 'security'] as const;
const POLICY = 'sessionHours idleMinutes factorRequired passwordAllowed emergencyUserId shortestPassword addresses apiKeyDays';
const MAPPINGS = 'mappings { group permissionSets role teams }';
const PROVIDER = `id name active issuer clientId hasSecret scopes domains trustsEmail makesUsers endsThere defaultPermissionSets groupClaim needsGroup people ${MAPPINGS}`;

export const policyOptions = queryOptions({
  queryKey: [...key, 'policy'],
  queryFn: async ({ signal }) => (await metadataRequest<{ signInPolicy: SignInPolicy & { readonly factorFrom: string | null; readonly ownAddress: string } }>(`query { signInPolicy { ${POLICY} factorFrom ownAddress } }`, {}, signal)).signInPolicy,
});

export const providersOptions = queryOptions({
  queryKey: [...key, 'providers'],
  queryFn: ({ signal }) => metadataRequest<{ identityProviders: readonly Provider[]; redirectAddress: string }>(`query { redirectAddress identityProviders { ${PROVIDER} } }`, {}, signal),
});

export const directoryOptions = queryOptions({
  queryKey: [...key, 'directory'],
  queryFn: ({ signal }) => metadataRequest<{ scimTokens: readonly ScimToken[]; scimSettings: DirectorySettings }>(`query { scimTokens { id name createdAt expiresAt lastUsedAt } scimSettings { address defaultPermissionSets groups ${MAPPINGS} } }`, {}, signal),
});

export const keysInUseOptions = queryOptions({
  queryKey: [...key, 'keys'],
  queryFn: async ({ signal }) => (await metadataRequest<{ keysInUse: readonly KeyInUse[] }>('query { keysInUse { id name ownerName permissionSets lastUsedAt expiresAt } }', {}, signal)).keysInUse,
});

/** Roles and teams that groups can be mapped to. */
export const placesOptions = queryOptions({
  queryKey: [...key, 'places'],
  queryFn: ({ signal }) => metadataRequest<{ roles: readonly Named[]; teams: readonly Named[] }>('query { roles { name title } teams { name title } }', {}, signal),
});

export function useSavePolicy() {
  return useChange((input: SignInPolicy) => metadataRequest('mutation ($input: SignInPolicyInput!) { saveSignInPolicy(input: $input) { sessionHours } }', { input }));
}

export function useSaveProvider() {
  return useChange(async ({ id, input }: { readonly id: string | null; readonly input: ProviderInput & { readonly clientSecret?: string | null } }) =>
    (await metadataRequest<{ saveIdentityProvider: { id: string } }>('mutation ($id: ID, $input: IdentityProviderInput!) { saveIdentityProvider(id: $id, input: $input) { id } }', { id, input })).saveIdentityProvider);
}

export function useRemoveProvider() {
  return useChange((id: string) => metadataRequest('mutation ($id: ID!) { removeIdentityProvider(id: $id) }', { id }));
}

export function useTestProvider() {
  return useMutation({ mutationFn: async (issuer: string) => (await metadataRequest<{ testIdentityProvider: ProviderTest }>('mutation ($issuer: String!) { testIdentityProvider(issuer: $issuer) { works report issuer } }', { issuer })).testIdentityProvider });
}

/** Answers with the token itself, which is never told again. */
export function useCreateToken() {
  return useChange(async (input: { readonly name: string; readonly expiresAt: string | null }) =>
    (await metadataRequest<{ createScimToken: { token: string } }>('mutation ($name: String!, $expiresAt: DateTime) { createScimToken(name: $name, expiresAt: $expiresAt) { token } }', input)).createScimToken.token);
}

/** The same; the token before works for a day more. */
export function useRotateToken() {
  return useChange(async (id: string) => (await metadataRequest<{ rotateScimToken: { token: string } }>('mutation ($id: ID!) { rotateScimToken(id: $id) { token } }', { id })).rotateScimToken.token);
}

export function useRevokeToken() {
  return useChange((id: string) => metadataRequest('mutation ($id: ID!) { revokeScimToken(id: $id) }', { id }));
}

export function useSaveDirectory() {
  return useChange((input: Pick<DirectorySettings, 'defaultPermissionSets' | 'mappings'>) => metadataRequest('mutation ($input: ScimSettingsInput!) { saveScimSettings(input: $input) { address } }', { input }));
}

function useChange<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
}
