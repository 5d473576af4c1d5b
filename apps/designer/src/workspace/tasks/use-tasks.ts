import { valueName, type WorkspaceDescription } from '@guanxi/metadata';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryClient, recordsRequest } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { showToast } from '../../ui/index.js';
import { forgetLists } from '../records/record-lists.js';
import { recordName } from '../records/record-name.js';
import { countQuery, pageQuery } from '../records/record-queries.js';
import type { RecordRow } from '../records/record-row.js';
import { saveRecord } from '../records/save-record.js';
import { selectFields } from '../records/select-fields.js';
import { whereOfView } from '../records/view-conditions.js';
import { whereOfTasks, type TaskKind } from './task-kind.js';

export type Whose = 'mine' | 'team';

export interface Tasks {
  readonly rows: readonly RecordRow[];
  readonly total: number;
}

const most = 200;

export function useTasks(workspace: WorkspaceDescription, kind: TaskKind, whose: Whose) {
  const { object, due, status, view } = kind;
  return useQuery({
    queryKey: ['related', object.name, 'tasks', whose, workspace.revision], staleTime: 2_000, refetchInterval: 30_000, placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<Tasks> => {
      const where = whereOfView(workspace, object, whereOfTasks(kind, whose));
      const page = pageQuery(object, { select: selectFields(workspace, object, [...view.columns, due.name, 'owner', ...(status ? [status.field.name] : [])]), where, orderBy: [{ [due.name]: 'ASC' }], size: most });
      const count = countQuery(object, { where });
      const [{ page: { nodes } }, { counted }] = await Promise.all([
        recordsRequest<{ page: { nodes: readonly RecordRow[] } }>(page.query, page.variables, signal),
        recordsRequest<{ counted: { totalCount: number } }>(count.query, count.variables, signal),
      ]);
      return { rows: nodes, total: counted.totalCount };
    },
  });
}

export interface TaskHands {
  readonly complete: (row: RecordRow) => void;
  /** A day `YYYY-MM-DD`, or null for none. */
  readonly putOff: (row: RecordRow, date: string | null) => void;
  readonly assign: (row: RecordRow, owner: { readonly id: string; readonly name: string }) => void;
}

/** Each change is seen at once, and can be taken back. */
export function useTaskHands({ object, due, status }: TaskKind): TaskHands {
  const { t } = useTranslation();
  const format = useFormat();
  const key = ['related', object.name, 'tasks'] as const;
  const show = (id: string, change: Readonly<Record<string, unknown>> | null) => queryClient.setQueriesData<Tasks>({ queryKey: key }, (known) => known && (change
    ? { ...known, rows: known.rows.map((row) => (row.id === id ? { ...row, ...change } : row)) }
    : { rows: known.rows.filter((row) => row.id !== id), total: known.total - 1 }));
  const write = async (row: RecordRow, data: Readonly<Record<string, unknown>>): Promise<void> => {
    try {
      await saveRecord(object, { id: row.id, data });
      forgetLists(object.name);
    } catch (failure) {
      showToast({ tone: 'danger', message: failure instanceof Error ? failure.message : String(failure) });
      void queryClient.invalidateQueries({ queryKey: key });
      throw failure;
    }
  };
  const change = (row: RecordRow, data: Readonly<Record<string, unknown>>, seen: Readonly<Record<string, unknown>> | null, message: string) => {
    const before = Object.fromEntries(Object.keys(data).map((name) => [name, row[name] ?? null]));
    show(row.id, seen);
    void write(row, data).then(() => showToast({ message, onUndo: () => void write(row, before).catch(() => undefined) })).catch(() => undefined);
  };
  const dueKey = valueName(due);
  return {
    complete: (row) => { if (status) change(row, { [valueName(status.field)]: status.done }, null, t('tasks.completed', { name: recordName(object, row) })); },
    putOff: (row, date) => change(row, { [dueKey]: date }, { [dueKey]: date }, date === null ? t('tasks.undated') : t('tasks.dueOn', { name: recordName(object, row), day: format.date(date) })),
    assign: (row, owner) => change(row, { ownerId: owner.id }, { ownerId: owner.id, owner }, t('tasks.assigned', { name: owner.name })),
  };
}
