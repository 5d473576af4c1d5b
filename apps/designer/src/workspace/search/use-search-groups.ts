import type { ObjectDescription } from '@guanxi/metadata';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ApiError } from '../../api/index.js';
import { searchRecords, type FoundRecord, type SearchWish } from './search-records.js';

/** Objects are asked for one by one, so that a slow one keeps no other waiting; the rest of many together. */
const askedAlone = 8;
const shownEach = 8;
const shownOfOne = 100;

export interface SearchGroup {
  readonly object: ObjectDescription;
  readonly found: readonly FoundRecord[];
  /** There may be more than are shown. */
  readonly isFull: boolean;
}

export interface SearchGroups {
  /** With the best match first. */
  readonly groups: readonly SearchGroup[];
  /** Objects that have not answered yet. */
  readonly waiting: readonly ObjectDescription[];
  readonly failed: readonly { readonly objects: readonly ObjectDescription[]; readonly error: ApiError; readonly retry: () => void }[];
}

const order = ['EXACT', 'BEGINS', 'CONTAINS', 'SIMILAR'] as const;

export function useSearchGroups(objects: readonly ObjectDescription[], wish: Omit<SearchWish, 'objects' | 'first'>): SearchGroups {
  const first = objects.length === 1 ? shownOfOne : shownEach;
  const parts = useMemo(() => [...objects.slice(0, askedAlone).map((object) => [object]), ...(objects.length > askedAlone ? [objects.slice(askedAlone)] : [])], [objects]);
  const answers = useQueries({
    queries: parts.map((part) => {
      const names = part.map(({ name }) => name);
      return {
        queryKey: ['search', wish, names, first], enabled: wish.text !== '', placeholderData: keepPreviousData, staleTime: 10_000, retry: false,
        queryFn: ({ signal }: { readonly signal: AbortSignal }) => searchRecords({ ...wish, objects: names, first: first * part.length }, signal),
      };
    }),
  });
  const found = answers.flatMap(({ data }) => data ?? []);
  const groups = objects.map((object): SearchGroup => {
    const own = found.filter((record) => record.object === object.name);
    return { object, found: own.slice(0, first), isFull: own.length >= first };
  });
  const best = ({ found: [record] }: SearchGroup) => (record ? order.indexOf(record.match) : order.length);
  const hasGood = found.some(({ match }) => match !== 'SIMILAR');
  return {
    // What is only similar is in the way where something is what was searched for.
    groups: groups.map((group) => (hasGood ? { ...group, found: group.found.filter(({ match }) => match !== 'SIMILAR') } : group)).filter(({ found: own }) => own.length > 0).toSorted((left, right) => best(left) - best(right)),
    waiting: parts.filter((_, index) => answers[index]?.isLoading).flat(),
    failed: parts.flatMap((part, index) => {
      const answer = answers[index];
      return answer?.error ? [{ objects: part, error: answer.error instanceof ApiError ? answer.error : new ApiError({ code: 'INTERNAL', message: String(answer.error) }), retry: () => void answer.refetch() }] : [];
    }),
  };
}
