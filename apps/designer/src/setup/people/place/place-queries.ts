import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { metadataRequest } from '../../../api/index.js';

export type PersonKind = 'INTERNAL' | 'PARTNER';

/** Where one person of the org stands. */
export interface PlacedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  readonly role: string | null;
  readonly teams: readonly string[];
  readonly manager: { readonly id: string; readonly name: string } | null;
  readonly kind: PersonKind | null;
}

export interface PlaceChanges {
  readonly role?: string | null;
  readonly teams?: readonly string[];
  readonly manager?: string | null;
  readonly kind?: PersonKind;
}

export const placesOptions = queryOptions({
  queryKey: ['setup', 'places'],
  queryFn: async ({ signal }) => (await metadataRequest<{ users: PlacedPerson[] }>('query { users { id name email active role teams manager { id name } kind } }', {}, signal)).users,
});

interface Titled { readonly name: string; readonly title: string }

/** The published roles and teams, for people with or without the right to their documents. */
export const standingsOptions = queryOptions({
  queryKey: ['setup', 'standings'],
  queryFn: async ({ signal }) => metadataRequest<{ roles: readonly Titled[]; teams: readonly Titled[] }>('query { roles { name title } teams { name title } }', {}, signal),
});

/** Puts people somewhere: all of them, or none. */
export function usePlacePeople() {
  return useChange(({ ids, place }: { readonly ids: readonly string[]; readonly place: PlaceChanges }) => metadataRequest('mutation ($ids: [ID!]!, $place: PlaceChanges!) { placeUsers(ids: $ids, place: $place) { id } }', { ids, place }));
}

export function useSetTeamMembers() {
  return useChange(({ team, members }: { readonly team: string; readonly members: readonly string[] }) => metadataRequest('mutation ($team: String!, $members: [ID!]!) { setTeamMembers(team: $team, members: $members) { name } }', { team, members }));
}

function useChange<Input>(mutationFn: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: placesOptions.queryKey }), client.invalidateQueries({ queryKey: ['setup', 'users'] })]) });
}
