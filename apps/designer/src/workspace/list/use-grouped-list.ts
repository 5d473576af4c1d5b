import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useReducer, useState } from 'react';
import { ApiError, recordsRequest } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { createQuestionList, setCurrentWalk, showList, type ListQuestion } from '../records/record-lists.js';
import type { RecordList } from '../records/record-list.js';
import { allOf } from '../records/view-conditions.js';
import { groupsQuery, readGroups, whereOfGroup, type Grouping, type GroupsAnswer, type RecordGroup } from './grouping.js';
import { layGroups, type GroupedRows } from './grouped-list.js';
import type { WantedTotal } from './totals-query.js';

export interface GroupedList extends GroupedRows {
  readonly groups: readonly RecordGroup[];
  readonly total: number | null;
  readonly isLoading: boolean;
  readonly isRefetching: boolean;
  readonly error: ApiError | null;
  readonly toggle: (key: string) => void;
  readonly refresh: () => void;
}

/** The records of a question in groups, each a list of its own that is read where people look. `question` stays the same object while it asks the same. */
export function useGroupedList(question: ListQuestion, grouping: Grouping | null, wanted: readonly WantedTotal[]): GroupedList | null {
  const { locale, timeZone } = useFormat();
  const [version, draw] = useReducer((count: number) => count + 1, 0);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const { object } = question;
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['totals', object.name, 'groups', grouping?.field.name, grouping?.unit, question.where, question.search, wanted.map(({ kind, field }) => `${kind} ${field.name}`).join()],
    enabled: grouping !== null, placeholderData: keepPreviousData, staleTime: 5_000,
    queryFn: async ({ signal }) => {
      if (!grouping) return null;
      const { query, variables } = groupsQuery(question, grouping, wanted);
      return { by: nameOf(grouping), groups: readGroups(await recordsRequest<GroupsAnswer>(query, variables, signal), grouping, locale) };
    },
  });
  // Until the answer has come, the groups that are known may be of something else.
  const groups = useMemo(() => (data && grouping && data.by === nameOf(grouping) ? data.groups : none), [data, grouping]);
  const lists = useMemo(() => makeLists(question, grouping, timeZone), [question, grouping, timeZone]);

  useEffect(() => {
    const stops = groups.map((group) => showList(object.name, lists.of(group), draw));
    return () => { for (const stop of stops) stop(); };
  }, [groups, lists, object.name]);
  const rows = useMemo(
    () => ({ version, ...layGroups(groups.map((group) => ({ key: keyOf(group), count: group.count, isOpen: !closed.has(keyOf(group)), list: lists.of(group) }))) }),
    [groups, lists, closed, version],
  );
  useEffect(() => { if (grouping !== null) setCurrentWalk(object.name, rows); }, [grouping, object.name, rows]);
  const actions = useMemo(() => ({
    toggle: (key: string) => setClosed((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    }),
    refresh: () => {
      lists.refresh();
      void refetch();
    },
  }), [lists, refetch]);

  return useMemo(() => (grouping === null ? null : {
    ...rows, ...actions, groups, total: data ? groups.reduce((sum, { count }) => sum + count, 0) : null,
    isLoading: groups.length === 0 && !error && (!data || data.by !== nameOf(grouping)), isRefetching: isFetching && data !== undefined, error: error instanceof ApiError ? error : null,
  }), [grouping, rows, actions, groups, data, error, isFetching]);
}

const none: readonly RecordGroup[] = [];

function keyOf({ key }: RecordGroup): string {
  return JSON.stringify(key);
}

function nameOf({ field, unit }: Grouping): string {
  return `${field.name}:${unit ?? ''}`;
}

/** A list for each group, made when it is first asked for. */
function makeLists(question: ListQuestion, grouping: Grouping | null, timeZone: string) {
  const known = new Map<string, RecordList>();
  return {
    of: (group: RecordGroup): RecordList => {
      const key = keyOf(group);
      const list = known.get(key) ?? createQuestionList({ ...question, where: grouping ? allOf([question.where, whereOfGroup(grouping, group, timeZone)]) : question.where });
      known.set(key, list);
      return list;
    },
    refresh: () => { for (const list of known.values()) if (!list.getSnapshot().isLoading) void list.refresh(); },
  };
}
