import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { queryClient, recordsRequest, useLiveRecords, type ApiError, type LiveChange } from '../../api/index.js';
import { pageQuery } from '../records/record-queries.js';
import { patchLists, removeFromLists } from '../records/record-lists.js';
import type { RecordRow } from '../records/record-row.js';
import { columnFields } from './choose-columns.js';
import type { ListPlan } from './list-question.js';
import { totalOf } from './total-kinds.js';
import type { TotalsAnswer, WantedTotal } from './totals-query.js';
import { useGroupedList, type GroupedList } from './use-grouped-list.js';
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

const freshFor = 900;
const nothing: ReadonlySet<string> = new Set();

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

/** Lays what others change over the rows that are shown, and tells which those were for a moment. */
function useLiveRows(question: ListPlan['question'], onOther: () => void): ReadonlySet<string> {
  const { object, select, where } = question;
  const [fresh, setFresh] = useState(nothing);
  const other = useRef(onOther);
  useEffect(() => { other.current = onOther; });
  const onChange = useCallback((changes: readonly LiveChange[]) => {
    const gone = changes.filter(({ kind }) => kind === 'DELETED' || kind === 'LEFT').map(({ id }) => id);
    removeFromLists(object.name, gone);
    if (changes.some(({ kind }) => kind === 'CREATED' || kind === 'RESTORED')) other.current();
    const changed = [...new Set(changes.filter(({ kind }) => kind === 'UPDATED').map(({ id }) => id))];
    void queryClient.invalidateQueries({ queryKey: ['totals', object.name] });
    if (changed.length === 0) return;
    const { query, variables } = pageQuery(object, { select, first: changed.length, where: { id: { in: changed } } });
    void recordsRequest<{ page: { nodes: readonly RecordRow[] } }>(query, variables).then(({ page: { nodes } }) => {
      for (const node of nodes) patchLists(object.name, node.id, node);
      setFresh(new Set(nodes.map(({ id }) => id)));
    }, () => undefined);
  }, [object, select]);
  useLiveRecords({ object: object.name, ...(where && { where }), onChange, onGap: () => other.current() });
  useEffect(() => {
    if (fresh.size === 0) return;
    const timer = setTimeout(() => setFresh(nothing), freshFor);
    return () => clearTimeout(timer);
  }, [fresh]);
  return fresh;
}
