import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest, type Problem } from '../../api/index.js';

export type UserStatus = 'INVITED' | 'ACTIVE' | 'INACTIVE';

export interface UserRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  readonly status: UserStatus;
  /** Null when nobody is invited, or the invitation is over. */
  readonly invitedUntil: string | null;
  readonly locale: string;
  readonly permissionSets: readonly string[];
  /** Name of the role. */
  readonly role: string | null;
  readonly kind: 'INTERNAL' | 'PARTNER' | null;
  readonly lastSignInAt: string | null;
}

export interface PermissionSetRow { readonly name: string; readonly title: string; readonly document: unknown }

/** A role or a team. */
export interface Titled { readonly name: string; readonly title: string }

export interface Invited { readonly email: string; readonly link: string | null; readonly user: { readonly id: string } | null; readonly problems: readonly Problem[] }

export const usersOptions = queryOptions({
  queryKey: ['setup', 'users'],
  queryFn: async ({ signal }) => (await metadataRequest<{ users: UserRow[] }>('query { users { id name email active status invitedUntil locale permissionSets role kind lastSignInAt } }', {}, signal)).users,
});

export const permissionSetsOptions = queryOptions({
  queryKey: ['setup', 'permission-sets'],
  queryFn: async ({ signal }) => (await metadataRequest<{ permissionSets: PermissionSetRow[] }>('query { permissionSets { name title document } }', {}, signal)).permissionSets,
});

export const rolesAndTeamsOptions = queryOptions({
  queryKey: ['setup', 'roles-and-teams'],
  queryFn: ({ signal }) => metadataRequest<{ roles: Titled[]; teams: Titled[] }>('query { roles { name title } teams { name title } }', {}, signal),
});

export interface UserInput { readonly name: string; readonly email: string; readonly password: string; readonly permissionSets: readonly string[]; readonly locale?: string }
export type UserChanges = Partial<Omit<UserInput, 'email'>> & { readonly active?: boolean };
export interface InviteInput {
  readonly people: readonly { readonly email: string; readonly name?: string }[];
  readonly permissionSets: readonly string[];
  readonly role?: string;
  readonly teams: readonly string[];
  readonly locale?: string;
}

export function useCreateUser() {
  return useChange((input: UserInput) => metadataRequest('mutation ($input: UserInput!) { createUser(input: $input) { id } }', { input }));
}

export function useUpdateUser() {
  return useChange(({ id, input }: { readonly id: string; readonly input: UserChanges }) => metadataRequest('mutation ($id: ID!, $input: UserChanges!) { updateUser(id: $id, input: $input) { id } }', { id, input }));
}

export function useInviteUsers() {
  return useChange(async (input: InviteInput) => (await metadataRequest<{ inviteUsers: Invited[] }>('mutation ($input: InviteInput!) { inviteUsers(input: $input) { email link user { id } problems { path code message } } }', { input })).inviteUsers);
}

/** Answers the link where no mail goes out. */
export function useResendInvitation() {
  return useChange(async (id: string) => (await metadataRequest<{ resendInvitation: { link: string | null } }>('mutation ($id: ID!) { resendInvitation(userId: $id) { link } }', { id })).resendInvitation.link);
}

export function useRevokeInvitation() {
  return useChange((id: string) => metadataRequest('mutation ($id: ID!) { revokeInvitation(userId: $id) { id } }', { id }));
}

/** Answers the link where no mail goes out. */
export function useSendPasswordReset() {
  return useChange(async (id: string) => (await metadataRequest<{ sendPasswordReset: { link: string | null } }>('mutation ($id: ID!) { sendPasswordReset(userId: $id) { link } }', { id })).sendPasswordReset.link);
}

/** Answers how many sessions have ended. */
export function useEndSessions() {
  return useChange(async (userId: string) => (await metadataRequest<{ endSessions: number }>('mutation ($userId: ID!) { endSessions(userId: $userId) }', { userId })).endSessions);
}

function useChange<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn, onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['setup', 'places'] });
      void client.invalidateQueries({ queryKey: ['setup', 'sessions'] });
      return client.invalidateQueries({ queryKey: usersOptions.queryKey });
    },
  });
}
