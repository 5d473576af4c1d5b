import { metadataRequest } from '../../api/index.js';

const mostAtOnce = 1_000;

/** Puts records on a list; answers those that were not on it. Throws `ApiError`. */
export function addToList(list: string, ids: readonly string[]): Promise<readonly string[]> {
  return inPieces(ids, async (piece) => (await metadataRequest<{ ids: readonly string[] }>('mutation AddToList($list: ID!, $ids: [ID!]!) { ids: addToList(list: $list, ids: $ids) }', { list, ids: piece })).ids);
}

/** Takes records off a list; answers those that were on it. Throws `ApiError`. */
export function removeFromList(list: string, ids: readonly string[]): Promise<readonly string[]> {
  return inPieces(ids, async (piece) => (await metadataRequest<{ ids: readonly string[] }>('mutation RemoveFromList($list: ID!, $ids: [ID!]!) { ids: removeFromList(list: $list, ids: $ids) }', { list, ids: piece })).ids);
}

export async function listsOfRecord(recordId: string, signal?: AbortSignal): Promise<readonly string[]> {
  return (await metadataRequest<{ lists: readonly string[] }>('query ListsOfRecord($recordId: ID!) { lists: listsOfRecord(recordId: $recordId) }', { recordId }, signal)).lists;
}

async function inPieces(ids: readonly string[], change: (piece: readonly string[]) => Promise<readonly string[]>): Promise<readonly string[]> {
  const changed: string[] = [];
  for (let at = 0; at < ids.length; at += mostAtOnce) changed.push(...await change(ids.slice(at, at + mostAtOnce)));
  return changed;
}
