import { useCallback, useMemo } from 'react';
import { queryClient, type ApiError } from '../../api/index.js';
import type { RecordRow } from '../records/record-row.js';
import { columnFields } from './choose-columns.js';
import type { ListPlan } from './list-question.js';
import { totalOf } from './total-kinds.js';
import type { TotalsAnswer, WantedTotal } from './totals-query.js';
import { useGroupedList, type GroupedList } from './use-grouped-list.js';
import { useLiveRows } from './use-live-rows.js';
import { useRecordList } from './use-record-list.js';
import { useTotals } from './use-totals.js';

/** The lines of a list as the grid takes them, in groups or not. */
export interface ListRows {
  readonly rowCount: number;
  readonly total: number | null;
  readonly isLoading: boolean;
  readonly isRefetching: boolean;
  readonly error: ApiError | null;
  readonly getRow: (index: number) => RecordRow | undefined;
  readonly show: (first: number, last: number) => void;
  readonly refresh: () => void;
  readonly grouped: GroupedList | null;
  readonly wanted: readonly WantedTotal[];
  readonly totals: TotalsAnswer | undefined;
  /** Records that have just changed elsewhere. */
  readonly fresh: ReadonlySet<string>;
}

export function useListRows({ question, grouping, columns }: ListPlan): ListRows {
  const { object } = question;
  const columnsKey = JSON.stringify(columns);
  const wanted = useMemo(() => {
    const arranged = JSON.parse(columnsKey) as ListPlan['columns'];
    return columnFields(object, arranged.map(({ name }) => name)).slice(1).flatMap((field): WantedTotal[] => {
      const kind = totalOf(field, arranged.find(({ name }) => name === field.name)?.total);
      return kind ? [{ field, kind }] : [];
    });
  }, [object, columnsKey]);
  const { list, snapshot } = useRecordList(question, grouping === null);
  const grouped = useGroupedList(question, grouping, wanted);
  const totals = useTotals(question, wanted);
  const fresh = useLiveRows(question, () => { if (grouped) grouped.refresh(); else void list.refresh(); });

  const refresh = useCallback(() => {
    if (grouped) grouped.refresh();
    else void list.refresh();
    void queryClient.invalidateQueries({ queryKey: ['totals', object.name] });
  }, [grouped, list, object.name]);
  return grouped
    ? { ...grouped, getRow: grouped.rowAt, refresh, grouped, wanted, totals, fresh }
    : { ...snapshot, getRow: snapshot.rowAt, show: list.show, refresh, grouped: null, wanted, totals, fresh };
}
