import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { recordsRequest } from '../../api/index.js';
import type { ListQuestion } from '../records/record-lists.js';
import { totalsQuery, type TotalsAnswer, type WantedTotal } from './totals-query.js';

/** What stands under the columns; of the question before, until the new answer has come. */
export function useTotals({ object, where, search }: ListQuestion, wanted: readonly WantedTotal[]): TotalsAnswer | undefined {
  const key = wanted.map(({ field, kind }) => `${kind}:${field.name}`).join();
  const { data } = useQuery({
    queryKey: ['totals', object.name, key, where, search], enabled: wanted.length > 0, placeholderData: keepPreviousData, staleTime: 5_000,
    queryFn: async ({ signal }) => {
      const { query, variables } = totalsQuery(object, { where, search, wanted });
      return recordsRequest<TotalsAnswer>(query, variables, signal);
    },
  });
  return wanted.length > 0 ? data : undefined;
}
