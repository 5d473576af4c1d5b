import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

export interface UserRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  readonly locale: string;
  readonly permissionSets: readonly string[];
  readonly lastSignInAt: string | null;
}

export interface PermissionSetRow { readonly name: string; readonly title: string; readonly document: unknown }

export const usersOptions = queryOptions({
  queryKey: ['setup', 'users'],
  queryFn: async ({ signal }) => (await metadataRequest<{ users: UserRow[] }>('query { users { id name email active locale permissionSets lastSignInAt } }', {}, signal)).users,
});

export const permissionSetsOptions = queryOptions({
  queryKey: ['setup', 'permission-sets'],
  queryFn: async ({ signal }) => (await metadataRequest<{ permissionSets: PermissionSetRow[] }>('query { permissionSets { name title document } }', {}, signal)).permissionSets,
});

export interface UserInput { readonly name: string; readonly email: string; readonly password: string; readonly permissionSets: readonly string[]; readonly locale?: string }
export type UserChanges = Partial<Omit<UserInput, 'email'>> & { readonly active?: boolean };

export function useCreateUser() {
  return useChange((input: UserInput) => metadataRequest('mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input }));
}

export function useUpdateUser() {
  return useChange(({ id, input }: { readonly id: string; readonly input: UserChanges }) => metadataRequest('mutation ($id: ID!, $input: UserChanges!) { updateUser(id: $id, input: $input) { id } }', { id, input }));
}

function useChange<Input>(mutationFn: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: usersOptions.queryKey }) });
}
