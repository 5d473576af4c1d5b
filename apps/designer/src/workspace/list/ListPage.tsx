import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { DataGrid, ErrorState, useShortcut, type GridSort } from '../../ui/index.js';
import { CreateDialog } from '../create/CreateDialog.js';
import { FilterBar } from '../filters/FilterBar.js';
import { ObjectGate } from '../frame/ObjectGate.js';
import { recordHref } from '../records/record-href.js';
import { recordName } from '../records/record-name.js';
import type { RecordRow } from '../records/record-row.js';
import { BulkBar } from './BulkBar.js';
import { readKeptColumns } from './kept-columns.js';
import { readListAddress, type ListAddress } from './list-address.js';
import { ListEmpty } from './ListEmpty.js';
import { ListHeader } from './ListHeader.js';
import { planList } from './list-question.js';
import { rememberListHref } from './last-list.js';
import { useListColumns } from './use-list-columns.js';
import { useRecordList } from './use-record-list.js';
import styles from './ListPage.module.css';

export function ListPage() {
  const { object: name = '' } = useParams({ strict: false }) as { readonly object?: string };
  return <ObjectGate name={name}>{(object, workspace) => <RecordListPage key={name} object={object} workspace={workspace} />}</ObjectGate>;
}

interface RecordListPageProps {
  readonly object: ObjectDescription;
  readonly workspace: WorkspaceDescription;
}

function RecordListPage({ object, workspace }: RecordListPageProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const address = useMemo(() => readListAddress(search), [search]);
  const [keptVersion, countKept] = useReducer((version: number) => version + 1, 0);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());

  // What this device keeps is read again when the version says that it has changed.
  const kept = useMemo(() => ({ version: keptVersion, read: readKeptColumns }), [keptVersion]);
  const plan = useMemo(() => {
    const { viewName } = planList(workspace, object, address, null);
    return planList(workspace, object, address, kept.read(object.name, viewName));
  }, [workspace, object, address, kept]);
  const { list, snapshot } = useRecordList(plan.question);
  const columns = useListColumns(workspace, object, plan.columns);
  const { rowCount, total, error, isLoading } = snapshot;
  usePage({ title: object.pluralLabel, crumbs: [{ label: object.pluralLabel }] });

  const go = useCallback((change: Partial<Record<keyof ListAddress, unknown>>, how: { readonly replace?: boolean } = {}) => {
    const next = Object.fromEntries(Object.entries({ ...address, ...change }).filter(([, value]) => value !== undefined && value !== '' && value !== false));
    rememberListHref(object.name, next as ListAddress);
    setSelection(new Set());
    void navigate({ to: '.', search: next as never, replace: how.replace ?? false });
  }, [address, navigate, object.name]);
  const openRow = useCallback((row: RecordRow, { inNewTab }: { readonly inNewTab: boolean }) => {
    const href = recordHref(object.name, row.id);
    rememberListHref(object.name, address);
    if (inNewTab) window.open(href, '_blank', 'noopener');
    else void navigate({ href });
  }, [navigate, object.name, address]);
  const sortBy = useCallback(({ columnId, direction }: GridSort) => go({ s: direction === 'descending' ? `-${columnId}` : columnId }, { replace: true }), [go]);

  const shortcuts = t('shell.shortcuts.list');
  useShortcut({ keys: 'c', label: t('workspace.newRecord', { name: object.label }), section: shortcuts, isDisabled: !object.canCreate, run: () => go({ create: true }) });
  useShortcut({ keys: 'j', label: t('workspace.keys.nextRow'), section: shortcuts, run: focusGrid });
  useShortcut({ keys: 'k', label: t('workspace.keys.previousRow'), section: shortcuts, run: focusGrid });

  const counted = useMemo(() => columns.map((column, index) => (
    index === 0 && total !== null ? { ...column, footer: t('workspace.list.count', { count: total, shown: format.number(total) }) } : column
  )), [columns, total, t, format]);
  const sort: GridSort | null = plan.sort && { columnId: plan.sort.field.split('.')[0] ?? '', direction: plan.sort.direction === 'desc' ? 'descending' : 'ascending' };
  const isEmpty = rowCount === 0 && !isLoading;
  const isNarrowed = plan.filters.length > 0 || (plan.question.search ?? '') !== '';

  return (
    <PageBody width="full">
      <ListHeader object={object} plan={plan} address={address} total={total} go={go} onColumns={countKept} />
      <FilterBar object={object} filters={plan.filters} onChange={(f) => go({ f }, { replace: true })} />
      {error && rowCount === 0
        ? <ErrorState message={error.message} reference={error.reference} onRetry={() => void list.refresh()} />
        : isEmpty ? (
          <div className={styles['empty']}>
            <ListEmpty object={object} isNarrowed={isNarrowed} isView={plan.view?.where !== undefined} onClear={() => go({ f: undefined, q: undefined })} onCreate={() => go({ create: true })} />
          </div>
        ) : (
          <DataGrid label={plan.view?.title ?? object.pluralLabel} columns={counted} rowCount={isLoading ? 12 : rowCount} getRow={snapshot.rowAt} rowKey={rowKey}
            rowName={(row) => recordName(object, row)} onVisibleRange={list.show} sort={sort} onSortChange={sortBy} onOpenRow={openRow} isRefetching={snapshot.isRefetching}
            {...(object.canDelete && { selection, onSelectionChange: setSelection })} />
        )}
      {error && rowCount > 0 && <div className={styles['late']}><ErrorState message={error.message} reference={error.reference} onRetry={() => void list.refresh()} /></div>}
      <BulkBar object={object} list={list} selection={selection} onSelectionChange={setSelection} />
      {address.create && object.canCreate && (
        <CreateDialog object={object} workspace={workspace} onClose={() => go({ create: undefined }, { replace: true })} onCreated={() => void list.refresh()} />
      )}
    </PageBody>
  );
}

function rowKey({ id }: RecordRow): string {
  return id;
}

function focusGrid(): void {
  document.querySelector<HTMLElement>('[role="grid"] [data-cell][tabindex="0"]')?.focus();
}
