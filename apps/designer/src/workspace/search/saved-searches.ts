import { deleteView, saveView, useSavedViews, type SavedView } from '../list/saved-views.js';
import { readSearchAddress, writeSearchAddress, type SearchAddress } from './search-address.js';

/** A search that somebody keeps under a name. */
export interface SavedSearch {
  readonly id: string;
  readonly title: string;
  readonly address: SearchAddress;
}

/** Searches are kept where views of lists are; theirs is no single object. */
const everyObject = '*';

/** One's own, by name. */
export function useSavedSearches(): readonly SavedSearch[] {
  return savedSearches(useSavedViews());
}

export function savedSearches(views: readonly SavedView[]): readonly SavedSearch[] {
  return views.filter(({ object, isMine }) => object === everyObject && isMine)
    .map(({ id, title, content }) => ({ id, title, address: readSearchAddress(content) }))
    .sort((left, right) => left.title.localeCompare(right.title));
}

/** Throws `ApiError`. */
export async function saveSearch(title: string, { peek: _peek, ...address }: SearchAddress): Promise<void> {
  await saveView({ object: everyObject, title, isShared: false, content: writeSearchAddress(address) });
}

export { deleteView as deleteSearch };

/** The same words and limits, whatever is open beside them. */
export function isSameSearch(left: SearchAddress, right: SearchAddress): boolean {
  const plain = ({ peek: _peek, ...address }: SearchAddress) => JSON.stringify(writeSearchAddress({ ...address, q: address.q.trim() }));
  return plain(left) === plain(right);
}
