import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { ErrorState, useNarrow, useShortcut } from '../../ui/index.js';
import { FilterBar } from '../filters/FilterBar.js';
import { useBrokenFormulas } from '../filters/use-broken-formulas.js';
import { ObjectGate } from '../frame/ObjectGate.js';
import { recordHref } from '../records/record-href.js';
import type { RecordRow } from '../records/record-row.js';
import type { LeftOut } from './BulkBar.js';
import { readKeptColumns } from './kept-columns.js';
import { readListAddress } from './list-address.js';
import { ListCards } from './ListCards.js';
import { ListEmpty } from './ListEmpty.js';
import { ListGrid } from './ListGrid.js';
import { ListHeader } from './ListHeader.js';
import { planList, viewNameIn } from './list-question.js';
import { useSavedViews } from './saved-views.js';
import { nothingSelected, type ListSelection } from './selection.js';
import { useListActions } from './use-list-actions.js';
import { useListRows } from './use-list-rows.js';
import styles from './ListPage.module.css';

// What most visits of a list do without is fetched when it is needed.
const BulkBar = lazy(async () => ({ default: (await import('./BulkBar.js')).BulkBar }));
const CreateRecord = lazy(async () => ({ default: (await import('../create/CreateRecord.js')).CreateRecord }));
const FilterBuilder = lazy(async () => ({ default: (await import('../filters/FilterBuilder.js')).FilterBuilder }));
const LeftRecords = lazy(async () => ({ default: (await import('../bulk/LeftRecords.js')).LeftRecords }));
const PeekPanel = lazy(async () => ({ default: (await import('../record/PeekPanel.js')).PeekPanel }));

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
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const address = useMemo(() => readListAddress(search), [search]);
  const [keptVersion, countKept] = useReducer((version: number) => version + 1, 0);
  const [selection, setSelection] = useState<ListSelection>(nothingSelected);
  const [leftOut, setLeftOut] = useState<LeftOut | null>(null);
  const [broken, setBroken] = useState<readonly string[]>(noFormulas);
  const [isTouching, setChoosing] = useState(false);
  const [isBuilding, setBuilding] = useState(false);
  const saved = useSavedViews(address.view);
  const isNarrow = useNarrow();
  const isChoosing = isNarrow && (isTouching || selection.ids.size > 0 || selection.isEvery);

  const { view, f, s, g, q } = address;
  // What this device keeps is read again when the version says that it has changed.
  const kept = useMemo(() => ({ version: keptVersion, read: readKeptColumns }), [keptVersion]);
  const plan = useMemo(() => {
    const asked = { ...(view !== undefined && { view }), ...(f && { f }), ...(s !== undefined && { s }), ...(g !== undefined && { g }), ...(q !== undefined && { q }) };
    return planList(workspace, object, asked, { kept: kept.read(object.name, viewNameIn(object, asked, saved)), saved, broken });
  }, [workspace, object, view, f, s, g, q, kept, saved, broken]);
  useBrokenFormulas(workspace, object, plan.filters, setBroken);
  const actions = useListActions({ object, address, plan, onArranged: countKept, onOther: () => setSelection(nothingSelected) });
  const rows = useListRows(plan);
  const { rowCount, total, error, isLoading } = rows;
  usePage({ title: object.pluralLabel, crumbs: [{ label: object.pluralLabel }] });

  const { peek } = actions;
  const openRow = useCallback((row: RecordRow, { inNewTab }: { readonly inNewTab: boolean }) => {
    const href = recordHref(object.name, row.id);
    if (inNewTab) window.open(href, '_blank', 'noopener');
    // Where there is no room beside the list, or the record is open there already, its page is next.
    else if (address.peek === row.id || window.innerWidth < roomForPeek) void navigate({ href });
    else peek(row.id);
  }, [navigate, object.name, address.peek, peek]);

  const shortcuts = t('shell.shortcuts.list');
  useShortcut({ keys: 'c', label: t('workspace.newRecord', { name: object.label }), section: shortcuts, isDisabled: !object.canCreate, run: () => actions.go({ create: true }) });
  useShortcut({ keys: 'f', label: t('lists.filter.advanced'), section: shortcuts, run: () => setBuilding((isOpen) => !isOpen) });
  useShortcut({ keys: 'j', label: t('workspace.keys.nextRow'), section: shortcuts, run: focusGrid });
  useShortcut({ keys: 'k', label: t('workspace.keys.previousRow'), section: shortcuts, run: focusGrid });

  const isEmpty = rowCount === 0 && !isLoading;
  const isNarrowed = plan.filters.length > 0 || plan.question.search !== undefined;
  const clear = () => { actions.setFilters([]); if (address.q !== undefined) actions.go({ q: undefined, f: (plan.view?.filters.length ?? 0) > 0 ? [] : undefined }); };
  return (
    <PageBody width="full">
      <div className={styles['split']}>
        <div className={styles['list']}>
          <ListHeader object={object} workspace={workspace} plan={plan} address={address} total={total} actions={actions} onAdvanced={() => setBuilding(true)} {...(isNarrow && { choosing: { isOn: isChoosing, onChange: (isOn: boolean) => { setChoosing(isOn); if (!isOn) setSelection(nothingSelected); } } })} />
          {isBuilding
            ? <Suspense><FilterBuilder workspace={workspace} object={object} nodes={plan.filters} question={plan.question} dropped={plan.dropped + plan.broken.length} onChange={actions.setFilters} onClose={() => { setBuilding(false); focusGrid(); }} /></Suspense>
            : <FilterBar workspace={workspace} object={object} nodes={plan.filters} broken={plan.broken} dropped={plan.dropped} onChange={actions.setFilters} onAdvanced={() => setBuilding(true)} />}
          {error && rowCount === 0
            ? <ErrorState message={error.message} reference={error.reference} onRetry={rows.refresh} />
            : isEmpty ? <div className={styles['empty']}><ListEmpty object={object} plan={plan} isNarrowed={isNarrowed} onClear={clear} onCreate={() => actions.go({ create: true })} /></div>
              : isNarrow ? <ListCards workspace={workspace} object={object} plan={plan} rows={rows} actions={actions} selection={selection} onSelectionChange={setSelection} isChoosing={isChoosing} onChoose={() => setChoosing(true)} />
              : <ListGrid workspace={workspace} object={object} plan={plan} rows={rows} actions={actions} selection={selection} onSelectionChange={setSelection} openId={address.peek ?? null} onOpenRow={openRow} />}
          {(selection.ids.size > 0 || selection.isEvery) && <Suspense><BulkBar workspace={workspace} object={object} plan={plan} rows={rows} selection={selection} onSelectionChange={setSelection} onLeft={setLeftOut} /></Suspense>}
          {leftOut && <Suspense><LeftRecords object={object} left={leftOut.left} changed={leftOut.changed} onClose={() => { setLeftOut(null); leftOut.tell(); }} /></Suspense>}
        </div>
        {address.peek !== undefined && <Suspense><PeekPanel key={address.peek} workspace={workspace} object={object} id={address.peek} onGo={actions.peek} onClose={() => { actions.peek(undefined); focusGrid(); }} /></Suspense>}
      </div>
      {address.create && object.canCreate && (
        <Suspense><CreateRecord isInAddress object={object} workspace={workspace} onClose={() => actions.go({ create: undefined }, { replace: true })} onCreated={rows.refresh} /></Suspense>
      )}
    </PageBody>
  );
}

const noFormulas: readonly string[] = [];
const roomForPeek = 768;

function focusGrid(): void {
  document.querySelector<HTMLElement>('[role="grid"] [data-cell][tabindex="0"]')?.focus();
}
