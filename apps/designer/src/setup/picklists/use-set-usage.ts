import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { picklistUsageOptions } from '../documents/usage-queries.js';
import type { SetUser } from './users-of-set.js';

/** Records per value over all fields that use a list; undefined until all are counted. */
export function useSetUsage(users: readonly SetUser[]): ReadonlyMap<string, number> | undefined {
  const counted = useQueries({ queries: users.map(({ object, field }) => picklistUsageOptions(object, field)) });
  const answers = counted.map(({ data }) => data);
  const isComplete = users.length > 0 && answers.every((one) => one !== undefined);
  const key = JSON.stringify(answers.map((one) => [...(one ?? [])]));
  return useMemo(() => {
    if (!isComplete) return undefined;
    const sums = new Map<string, number>();
    for (const [value, count] of (JSON.parse(key) as readonly (readonly (readonly [string, number])[])[]).flat()) sums.set(value, (sums.get(value) ?? 0) + count);
    return sums;
  }, [isComplete, key]);
}
