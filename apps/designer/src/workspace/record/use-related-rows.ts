import type { FieldDescription, ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useReducer, useState } from 'react';
import type { ApiError } from '../../api/index.js';
import { columnFields } from '../list/choose-columns.js';
import type { ListOrder } from '../list/list-view.js';
import { useLiveRows } from '../list/use-live-rows.js';
import { createQuestionList, showList, type ListQuestion } from '../records/record-lists.js';
import type { RecordRow } from '../records/record-row.js';
import { selectFields } from '../records/select-fields.js';
import { orderByOf } from '../records/view-conditions.js';

export interface RelatedRows {
  readonly fields: readonly FieldDescription[];
  readonly rowCount: number;
  readonly total: number | null;
  readonly isLoading: boolean;
  readonly error: ApiError | null;
  readonly order: ListOrder;
  readonly fresh: ReadonlySet<string>;
  readonly getRow: (index: number) => RecordRow | undefined;
  readonly show: (first: number, last: number) => void;
  readonly sortBy: (order: ListOrder) => void;
  readonly refresh: () => void;
}

interface Related {
  readonly workspace: WorkspaceDescription;
  readonly object: ObjectDescription;
  readonly columns: readonly string[];
  /** Key of the reference in filters: `customerId`. */
  readonly key: string;
  readonly id: string;
}

/** The records that point to one record, the latest first until somebody sorts them. */
export function useRelatedRows({ workspace, object, columns, key, id }: Related): RelatedRows {
  const named = columns.join();
  const fields = useMemo(() => columnFields(object, named.split(',')), [object, named]);
  const newest = useMemo((): ListOrder => ({ field: fields.find(({ operators }) => operators.includes('within'))?.name ?? 'createdAt', direction: 'desc' }), [fields]);
  const [chosen, setChosen] = useState<ListOrder | null>(null);
  const order = chosen ?? newest;
  const question = useMemo((): ListQuestion => ({
    object, where: { [key]: { eq: id } }, select: selectFields(workspace, object, fields.map(({ name }) => name)), orderBy: orderByOf(workspace, object, [order]),
  }), [workspace, object, key, id, fields, order]);
  const list = useMemo(() => createQuestionList(question), [question]);
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => showList(object.name, list, draw), [object.name, list]);
  // Asked again when something is written that may belong here.
  useQuery({ queryKey: ['related', object.name, key, id, order.field, order.direction], staleTime: 5_000, queryFn: async () => { await list.refresh(); return list.getSnapshot().rowCount; } });
  const fresh = useLiveRows(question, () => void list.refresh());
  const snapshot = list.getSnapshot();
  return {
    fields, order, fresh, rowCount: snapshot.rowCount, total: snapshot.total, isLoading: snapshot.isLoading, error: snapshot.error, getRow: snapshot.rowAt, show: list.show,
    sortBy: setChosen, refresh: () => void list.refresh(),
  };
}
