import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { metadataRequest, queryClient } from '../../api/index.js';
import type { PartyKey } from '../share/share-queries.js';

/** Somebody a view is shown to beside its owner. */
export interface ViewParty {
  readonly with: PartyKey & { readonly name: string };
  readonly mayEdit: boolean;
}

/** A list as somebody arranged and saved it, for themselves or for everybody who sees the object. */
export interface SavedView {
  readonly id: string;
  readonly object: string;
  readonly title: string;
  readonly isShared: boolean;
  readonly isMine: boolean;
  /** Null of one’s own, and of somebody who is gone. */
  readonly ownerName: string | null;
  /** Records are put on it by hand. */
  readonly isList: boolean;
  /** Its columns, filters, order and name. */
  readonly mayEdit: boolean;
  /** Whom it is shown to, and deleting it. */
  readonly mayShare: boolean;
  readonly audience: readonly ViewParty[];
  readonly content: Readonly<Record<string, unknown>>;
}

const fields = 'id object title isShared isMine ownerName isList mayEdit mayShare audience { with { kind id name } mayEdit } content';
const savedViewsKey = ['saved-views'] as const;
const none: readonly SavedView[] = [];

/** One's own views, those that are shown to one and those that everybody has, of all objects; asked for anew where the wanted one is not among those that are known. */
export function useSavedViews(wanted?: string): readonly SavedView[] {
  const { data, dataUpdatedAt, refetch } = useQuery({
    queryKey: savedViewsKey, staleTime: 60_000,
    queryFn: async ({ signal }) => (await metadataRequest<{ listViews: readonly SavedView[] }>(`query { listViews { ${fields} } }`, {}, signal)).listViews,
  });
  const isMissing = data !== undefined && wanted !== undefined && isId(wanted) && !data.some(({ id }) => id === wanted);
  useEffect(() => {
    if (isMissing && Date.now() - dataUpdatedAt > justNow) void refetch();
  }, [isMissing, wanted, dataUpdatedAt, refetch]);
  return data ?? none;
}

const justNow = 5_000;

/** Saved views go by their ids, designed ones by their names. */
function isId(name: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name);
}

interface ViewWish {
  /** Of a view that is to be changed. */
  readonly id?: string;
  readonly object: string;
  readonly title: string;
  readonly isShared: boolean;
  readonly isList?: boolean;
  /** As before, or nobody, where it is absent. */
  readonly audience?: readonly ViewParty[];
  readonly content: object;
}

/** Throws `ApiError`. */
export async function saveView({ id, object, title, isShared, isList = false, audience, content }: ViewWish): Promise<SavedView> {
  const parties = audience?.map(({ with: { kind, id: party }, mayEdit }) => ({ kind, id: party, mayEdit }));
  const view = { ...(id !== undefined && { id }), object, title, isShared, isList, content, ...(parties && { audience: parties }) };
  const { saved } = await metadataRequest<{ saved: SavedView }>(`mutation SaveView($view: ListViewInput!) { saved: saveListView(view: $view) { ${fields} } }`, { view });
  queryClient.setQueryData<readonly SavedView[]>(savedViewsKey, (known = []) => [...known.filter(({ id }) => id !== saved.id), saved]);
  return saved;
}

export async function deleteView(id: string): Promise<void> {
  await metadataRequest('mutation DeleteView($id: ID!) { deleteListView(id: $id) }', { id });
  queryClient.setQueryData<readonly SavedView[]>(savedViewsKey, (known = []) => known.filter((view) => view.id !== id));
}
