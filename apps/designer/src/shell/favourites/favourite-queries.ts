import { useMutation, useQuery } from '@tanstack/react-query';
import { metadataRequest, queryClient } from '../../api/index.js';
import type { FavouriteTarget } from './favourite-target.js';

export interface Favourite extends FavouriteTarget {
  readonly id: string;
  readonly kind: 'RECORD' | 'LIST' | 'PAGE';
  /** Of a record, as it is called now. */
  readonly recordName: string | null;
}

const fields = 'id kind object recordId recordName view path';
const key = ['favourites'] as const;
const none: readonly Favourite[] = [];

/** One's own, in the order one gave them. */
export function useFavourites(): readonly Favourite[] {
  const { data } = useQuery({
    queryKey: key, staleTime: 60_000, retry: false,
    queryFn: async ({ signal }) => (await metadataRequest<{ favourites: readonly Favourite[] }>(`query { favourites { ${fields} } }`, {}, signal)).favourites,
  });
  return data ?? none;
}

export function useAddFavourite() {
  return useMutation({
    mutationFn: async ({ object, recordId, view, path }: FavouriteTarget) => (await metadataRequest<{ added: Favourite }>(
      `mutation AddFavourite($favourite: FavouriteInput!) { added: addFavourite(favourite: $favourite) { ${fields} } }`, { favourite: { object, recordId, view, path } },
    )).added,
    onSuccess: (added) => lay((known) => [...known.filter(({ id }) => id !== added.id), added]),
  });
}

export function useRemoveFavourite() {
  return useMutation({
    mutationFn: (id: string) => metadataRequest('mutation RemoveFavourite($id: ID!) { removeFavourite(id: $id) }', { id }),
    onMutate: (id) => lay((known) => known.filter((one) => one.id !== id)),
    onError: () => queryClient.invalidateQueries({ queryKey: key }),
  });
}

/** The order is seen at once, and is that of the server again when it was refused. */
export function useArrangeFavourites() {
  return useMutation({
    mutationFn: async (ids: readonly string[]) => (await metadataRequest<{ kept: readonly Favourite[] }>(`mutation ArrangeFavourites($ids: [ID!]!) { kept: arrangeFavourites(ids: $ids) { ${fields} } }`, { ids })).kept,
    onMutate: (ids) => lay((known) => [...ids.flatMap((id) => known.find((one) => one.id === id) ?? []), ...known.filter(({ id }) => !ids.includes(id))]),
    onError: () => queryClient.invalidateQueries({ queryKey: key }),
  });
}

function lay(change: (known: readonly Favourite[]) => readonly Favourite[]): void {
  queryClient.setQueryData<readonly Favourite[]>(key, (known = []) => change(known));
}
