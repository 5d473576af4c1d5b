import { useQuery } from '@tanstack/react-query';
import { metadataRequest, queryClient } from '../../api/index.js';

/** A list as somebody arranged and saved it, for themselves or for everybody who sees the object. */
export interface SavedView {
  readonly id: string;
  readonly object: string;
  readonly title: string;
  readonly isShared: boolean;
  readonly isMine: boolean;
  readonly content: Readonly<Record<string, unknown>>;
}

const fields = 'id object title isShared isMine content';
const savedViewsKey = ['saved-views'] as const;
const none: readonly SavedView[] = [];

/** One's own views and the shared ones, of all objects. */
export function useSavedViews(): readonly SavedView[] {
  const { data } = useQuery({
    queryKey: savedViewsKey, staleTime: 60_000,
    queryFn: async ({ signal }) => (await metadataRequest<{ listViews: readonly SavedView[] }>(`query { listViews { ${fields} } }`, {}, signal)).listViews,
  });
  return data ?? none;
}

interface ViewWish {
  /** Of a view that is to be changed. */
  readonly id?: string;
  readonly object: string;
  readonly title: string;
  readonly isShared: boolean;
  readonly content: object;
}

/** Throws `ApiError`. */
export async function saveView(view: ViewWish): Promise<SavedView> {
  const { saved } = await metadataRequest<{ saved: SavedView }>(`mutation SaveView($view: ListViewInput!) { saved: saveListView(view: $view) { ${fields} } }`, { view });
  queryClient.setQueryData<readonly SavedView[]>(savedViewsKey, (known = []) => [...known.filter(({ id }) => id !== saved.id), saved]);
  return saved;
}

export async function deleteView(id: string): Promise<void> {
  await metadataRequest('mutation DeleteView($id: ID!) { deleteListView(id: $id) }', { id });
  queryClient.setQueryData<readonly SavedView[]>(savedViewsKey, (known = []) => known.filter((view) => view.id !== id));
}
