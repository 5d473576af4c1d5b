import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { FileDown, ListPlus, ListX, Merge, PencilLine, Trash2, UserRound, X, Zap } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { AlertDialog, Button, IconButton, objectIcon, showToast, useNarrow, useShortcut } from '../../ui/index.js';
import type { BulkAct } from '../bulk/bulk-act.js';
import { BulkActs } from '../bulk/BulkActs.js';
import { deleteMany, permittedReach, reachOf, type BulkResult } from '../bulk/bulk-operations.js';
import { readReach, type LeftRecord } from '../bulk/change-others.js';
import { actionsForMany, mostForAction, runActionOnMany } from '../bulk/run-action.js';
import { sayResult } from '../bulk/say-result.js';
import { useBulkCommands } from '../bulk/use-bulk-commands.js';
import { mostRows } from '../bulk/write-rows.js';
import { useWorkflowRun } from '../buttons/use-workflow-run.js';
import { mostMerged } from '../merge/merge-choice.js';
import { recordName } from '../records/record-name.js';
import { refreshListsOf, removeFromLists } from '../records/record-lists.js';
import { addToList, removeFromList } from './change-list.js';
import type { ListPlan } from './list-question.js';
import type { SavedView } from './saved-views.js';
import { nothingSelected, type ListSelection } from './selection.js';
import type { ListRows } from './use-list-rows.js';
import styles from './BulkBar.module.css';

const AddToList = lazy(async () => ({ default: (await import('./AddToList.js')).AddToList }));
const ExportDialog = lazy(async () => ({ default: (await import('../export/ExportDialog.js')).ExportDialog }));
const MassEdit = lazy(async () => ({ default: (await import('../bulk/MassEdit.js')).MassEdit }));

/** What a change of many did not reach; said by the list, as the bar goes away with the selection. */
export interface LeftOut {
  readonly left: readonly LeftRecord[];
  readonly changed: number;
  /** Says what was changed, with the way back. */
  readonly tell: () => void;
}

type Action = ReturnType<typeof actionsForMany>[number];

interface BulkBarProps {
  readonly workspace: WorkspaceDescription;
  readonly object: ObjectDescription;
  readonly plan: ListPlan;
  readonly rows: ListRows;
  readonly selection: ListSelection;
  readonly onSelectionChange: (selection: ListSelection) => void;
  /** Told of records that a change has left as they are. */
  readonly onLeft: (left: LeftOut) => void;
}

/** What can be done with the chosen records; stands over the foot of the list while some are chosen. */
export function BulkBar({ workspace, object, plan, rows, selection, onSelectionChange, onLeft }: BulkBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<'edit' | 'owner' | 'list' | 'delete' | 'export' | null>(null);
  const [asking, setAsking] = useState<Action | null>(null);
  const [isPending, setPending] = useState(false);
  const isNarrow = useNarrow();
  const ids = [...selection.ids];
  const count = selection.isEvery ? (rows.total ?? 0) : ids.length;
  const reach = reachOf(plan.question, selection, count);
  const clear = () => onSelectionChange(nothingSelected);
  const section = t('shell.shortcuts.list');
  useShortcut({ keys: 'esc', label: t('workspace.bulk.clear'), section, run: clear });
  useShortcut({ keys: 'delete', label: t('ui.delete'), section, isDisabled: !object.canDelete, run: () => setOpen('delete') });

  const say = (result: BulkResult, action: 'updated' | 'deleted') => sayResult({ result, object, action, t, onUndone: rows.refresh });
  const over = () => {
    clear();
    rows.refresh();
  };
  const done = (result: BulkResult, action: 'updated' | 'deleted') => {
    over();
    say(result, action);
  };
  const tell = (result: BulkResult, left: readonly LeftRecord[]) => {
    if (left.length === 0) return done(result, 'updated');
    over();
    onLeft({ left, changed: result.changed, tell: () => { if (result.changed > 0) say(result, 'updated'); } });
  };
  const press = async (action: Action) => {
    setAsking(null);
    setPending(true);
    try {
      const { result, left } = await runActionOnMany(object, permittedReach(reach, object.editsOwnOnly), action);
      tell(result, left);
    } catch (error) {
      sayError(error);
      setPending(false);
    }
  };
  const workflows = useWorkflowRun({
    workspace, object, count,
    records: async () => (await readReach(object, permittedReach(reach, object.editsOwnOnly))).map((record) => ({ id: record.id, name: recordName(object, record) })),
    onDone: (left, begun) => {
      over();
      if (left.length > 0) onLeft({ left, changed: begun, tell: () => undefined });
    },
  });
  const offered = count <= mostForAction ? workflows.buttons : [];
  const actions = object.canEdit && count <= mostForAction ? actionsForMany(object) : [];
  const remove = async () => {
    setOpen(null);
    setPending(true);
    try {
      const result = await deleteMany(object, reach);
      if (!selection.isEvery) removeFromLists(object.name, ids);
      done(result, 'deleted');
    } catch (error) {
      sayError(error);
      rows.refresh();
    }
    setPending(false);
  };
  const readIds = async () => (selection.isEvery ? (await readReach(object, reach)).map(({ id }) => id) : ids);
  const keptList = plan.view?.saved?.isList === true && plan.view.saved.mayEdit ? plan.view.saved : undefined;
  const takeOff = async (list: SavedView) => {
    setPending(true);
    try {
      const taken = await removeFromList(list.id, await readIds());
      refreshListsOf(object.name, list.id);
      over();
      const undo = () => void addToList(list.id, taken).then(() => { refreshListsOf(object.name, list.id); rows.refresh(); }).catch(sayError);
      showToast({ tone: 'success', message: t('lists.kept.taken', { count: taken.length, shown: format.number(taken.length), name: taken.length === 1 ? object.label : object.pluralLabel, list: list.title }), onUndo: undo });
    } catch (error) {
      sayError(error);
    }
    setPending(false);
  };
  const hasOwner = object.fields.some(({ name, writable }) => name === 'owner' && writable);
  const name = count === 1 ? object.label : object.pluralLabel;
  const mayMerge = !selection.isEvery && count > 1 && count <= mostMerged && object.canEdit && object.canDelete;
  const acts: readonly BulkAct[] = [
    ...(object.canEdit ? [{ id: 'edit', label: t('lists.bulk.edit'), icon: PencilLine, run: () => setOpen('edit') }] : []),
    ...(object.canEdit && hasOwner ? [{ id: 'owner', label: t('lists.bulk.owner'), icon: UserRound, run: () => setOpen('owner') }] : []),
    ...(!object.platform && count <= mostRows ? [{ id: 'list', label: t('lists.kept.add'), icon: ListPlus, run: () => setOpen('list') }] : []),
    ...(keptList && count <= mostRows ? [{ id: 'unlist', label: t('lists.kept.take'), icon: ListX, run: () => void takeOff(keptList) }] : []),
    ...(mayMerge ? [{ id: 'merge', label: t('merging.bulk'), icon: Merge, href: `/app/${encodeURIComponent(object.name)}/merge?ids=${ids.join(',')}` }] : []),
    ...actions.map((action) => ({ id: action.name, label: action.title, icon: action.icon ? objectIcon(action.icon) : Zap, isRun: true, isPending, run: () => (action.confirm ? setAsking(action) : void press(action)) })),
    ...offered.map((button) => ({ id: `run-${button.name}`, label: button.label, icon: Zap, isRun: true, isPending: workflows.pending !== null, run: () => workflows.start(button) })),
    ...(object.canExport ? [{ id: 'export', label: t('exporting.export'), icon: FileDown, run: () => setOpen('export') }] : []),
    ...(object.canDelete ? [{ id: 'delete', label: t('ui.delete'), icon: Trash2, isPending, shortcut: 'delete', run: () => (count > askFrom ? setOpen('delete') : void remove()) }] : []),
  ];
  const said = t('ui.grid.selected', { count, shown: format.number(count) });
  useBulkCommands(acts, said);
  return (
    <div className={styles['place']}>
      <div role="toolbar" aria-label={t('workspace.bulk.label')} className={styles['bar']}>
        {isNarrow && <IconButton icon={X} label={t('workspace.bulk.clear')} onPress={clear} />}
        <span role="status" className={styles['count']}>{said}</span>
        {!selection.isEvery && rows.total !== null && rows.total > ids.length && (
          <Button size="small" variant="quiet" onPress={() => onSelectionChange({ ids: selection.ids, isEvery: true })}>{t('lists.bulk.selectAll', { count: rows.total, shown: format.number(rows.total) })}</Button>
        )}
        {!isNarrow && <Button size="small" variant="quiet" onPress={clear}>{t('workspace.bulk.clear')}</Button>}
        <span className={styles['line']} />
        <BulkActs acts={acts} />
      </div>
      <Suspense>
        {(open === 'edit' || open === 'owner') && <MassEdit workspace={workspace} object={object} reach={reach} startsWith={open === 'owner' ? ['owner'] : []} onClose={() => setOpen(null)} onDone={(result, left) => { setOpen(null); tell(result, left); }} />}
      </Suspense>
      <Suspense>
        {open === 'list' && <AddToList object={object} count={count} readIds={readIds} except={plan.view?.saved?.id} content={{ columns: plan.columns, orderBy: plan.orders }} {...(count === 1 && !selection.isEvery && { recordId: ids[0] })} onClose={() => setOpen(null)} onDone={over} />}
      </Suspense>
      <Suspense>
        {open === 'export' && <ExportDialog object={object} question={{ ...plan.question, columns: plan.columns.map(({ name: column }) => column) }} {...(!selection.isEvery && { selectedIds: ids })} onClose={() => setOpen(null)} />}
      </Suspense>
      {workflows.dialog}
      <AlertDialog tone="primary" isOpen={asking !== null} onOpenChange={() => setAsking(null)} title={asking?.title ?? ''} confirmLabel={asking?.title ?? ''} onConfirm={() => { if (asking) void press(asking); }}>{asking?.confirm}</AlertDialog>
      <AlertDialog isOpen={open === 'delete'} onOpenChange={() => setOpen(null)} title={t('lists.bulk.deleteTitle', { count, shown: format.number(count), name })} confirmLabel={t('ui.delete')} onConfirm={() => void remove()}>{t('lists.bulk.deleteBody')}</AlertDialog>
    </div>
  );
}

function sayError(error: unknown): void {
  showToast({ tone: 'danger', message: error instanceof ApiError ? error.message : String(error) });
}

/** Fewer are deleted at once: Undo is there. */
const askFrom = 20;
