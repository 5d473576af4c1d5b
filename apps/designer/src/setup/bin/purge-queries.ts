import { queryOptions } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

/** Records of one object that go for good: named ones, or all that were deleted before an instant. */
export type PurgeWish = { readonly object: string } & ({ readonly ids: readonly string[] } | { readonly before: string });

export interface PurgePreview {
  readonly object: string;
  readonly records: number;
  readonly details: readonly { readonly object: string; readonly count: number }[];
  readonly comments: number;
  readonly files: number;
  readonly kept: number;
}

const preview = `query PurgePreview($object: String!, $ids: [ID!], $before: DateTime) {
  purgePreview(object: $object, ids: $ids, before: $before) { records details { object count } comments files kept }
}`;
const purge = `mutation Purge($object: String!, $expected: Int!, $ids: [ID!], $before: DateTime) {
  purgeDeletedRecords(object: $object, expected: $expected, ids: $ids, before: $before) { records kept }
}`;

export const purgePreviewOptions = (wishes: readonly PurgeWish[]) => queryOptions({
  queryKey: ['purgePreview', wishes], staleTime: 0, gcTime: 0,
  queryFn: ({ signal }) => Promise.all(wishes.map(async (wish): Promise<PurgePreview> => ({ object: wish.object, ...(await metadataRequest<{ purgePreview: Omit<PurgePreview, 'object'> }>(preview, wish, signal)).purgePreview }))),
});

/** Object by object; answers how many records are gone. */
export async function purgeRecords(wishes: readonly PurgeWish[], previews: readonly PurgePreview[]): Promise<number> {
  let gone = 0;
  for (const wish of wishes) {
    const expected = previews.find(({ object }) => object === wish.object)?.records ?? 0;
    if (expected > 0) gone += (await metadataRequest<{ purgeDeletedRecords: { records: number } }>(purge, { ...wish, expected })).purgeDeletedRecords.records;
  }
  return gone;
}
