import type { FieldDescription, ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useSession } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { showToast, type CellFault, type CellRange, type GridCells } from '../../ui/index.js';
import { valueIn } from '../records/FieldValue.js';
import { patchLists, rowOfLists } from '../records/record-lists.js';
import type { RecordRow } from '../records/record-row.js';
import { effectiveChanges, inverseOf, patchOf, type CellChange } from './cell-change.js';
import { CellEditor, type EditedValue } from './CellEditor.js';
import { cellKind } from './cell-kinds.js';
import { lockedReasonOf } from './locked-reason.js';
import { copyCells, fillDown, pasteCells, type CellSheet } from './paste-cells.js';
import { saveCells, type CellRefusal } from './save-cells.js';

type Faults = Readonly<Record<string, Readonly<Record<string, CellFault>>>>;

interface GridCellsOptions {
  readonly workspace: WorkspaceDescription;
  readonly object: ObjectDescription;
  readonly fields: readonly FieldDescription[];
  readonly getRow: (index: number) => RecordRow | undefined;
}

const mostUndone = 100;

/** Makes the cells of a list editable: saved at once and seen at once, each change taken back by Undo. */
export function useGridCells({ workspace, object, fields, getRow }: GridCellsOptions): GridCells<RecordRow> {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormat();
  const { user } = useSession();
  const [faults, setFaults] = useState<Faults>({});
  const done = useRef<(readonly CellChange[])[]>([]);
  const undone = useRef<(readonly CellChange[])[]>([]);
  const closeToast = useRef<() => void>(() => undefined);
  const rows = useRef(getRow);
  useEffect(() => { rows.current = getRow; });

  const forget = useCallback((changes: readonly Pick<CellChange, 'row' | 'field'>[]) => setFaults((known) => {
    if (!changes.some(({ row, field }) => known[row.id]?.[field.name])) return known;
    const next: Record<string, Readonly<Record<string, CellFault>>> = { ...known };
    for (const { row, field } of changes) next[row.id] = Object.fromEntries(Object.entries(next[row.id] ?? {}).filter(([name]) => name !== field.name));
    return next;
  }), []);

  const run = useMemo(() => {
    /** Shows, saves and marks what was refused; answers whether all of it was saved. */
    const write = async (changes: readonly CellChange[]): Promise<readonly CellRefusal[]> => {
      forget(changes);
      for (const change of changes) patchLists(object.name, change.row.id, patchOf(change));
      const refused = await saveCells(workspace, object, changes).catch((error: unknown) => changes.map((change) => ({ change, message: error instanceof ApiError ? error.message : String(error) })));
      for (const refusal of refused) mark(refusal);
      return refused;
    };
    const mark = ({ change, message, current }: CellRefusal) => {
      const { row, field } = change;
      const who = (current?.['updatedBy'] as { readonly name?: string } | null | undefined)?.name ?? t('workspace.conflict.somebody');
      const fault: CellFault = {
        message: current ? t('lists.cell.conflict', { name: who }) : (message === '' ? t('workspace.record.missingBody') : message),
        onRetry: () => void write([{ ...change, row: current ?? rowOfLists(object.name, row.id) ?? row }]),
        onRevert: () => {
          forget([change]);
          patchLists(object.name, row.id, current ? { ...patchOf(inverseOf({ ...change, row: current })), version: current['version'] } : patchOf(inverseOf(change)));
        },
      };
      setFaults((known) => ({ ...known, [row.id]: { ...known[row.id], [field.name]: fault } }));
    };
    const say = (message: string, onUndo?: () => void) => {
      closeToast.current();
      closeToast.current = showToast({ message, ...(onUndo && { onUndo }) });
    };
    /** The same values over the records as they are now. */
    const onCurrent = (changes: readonly CellChange[]) => changes.map((change) => ({ ...change, row: rowOfLists(object.name, change.row.id) ?? change.row }));
    const undo = () => {
      const last = done.current.pop();
      if (!last) return;
      undone.current.push(last);
      void write(onCurrent(last.map(inverseOf))).then((refused) => { if (refused.length === 0) say(t('lists.cell.undone', { count: last.length })); });
    };
    const redo = () => {
      const next = undone.current.pop();
      if (!next) return;
      done.current.push(next);
      void write(onCurrent(next));
    };
    const change = async (wanted: readonly CellChange[]): Promise<void> => {
      const changes = effectiveChanges(wanted);
      if (changes.length === 0) return;
      done.current = [...done.current, changes].slice(-mostUndone);
      undone.current = [];
      const refused = await write(changes);
      const saved = changes.length - refused.length;
      const [only] = changes;
      if (saved > 0) say(changes.length === 1 && only ? t('workspace.saved', { field: only.field.label }) : t('lists.cell.saved', { count: saved }), undo);
      if (refused.length > 0) showToast({ tone: 'danger', message: refused.length === 1 ? (refused[0]?.current ? t('lists.cell.conflictShort') : refused[0]?.message ?? '') : t('lists.cell.refused', { count: refused.length }) });
    };
    return { change, undo, redo };
  }, [workspace, object, t, forget]);

  return useMemo((): GridCells<RecordRow> => {
    const fieldOf = (name: string) => fields.find((field) => field.name === name);
    const lockedReason = (row: RecordRow, columnId: string) => {
      const field = fieldOf(columnId);
      return field ? lockedReasonOf({ object, field, row, userId: user.id, t }) : t('ui.readOnly');
    };
    const sheet: CellSheet = { fields, getRow: (index) => rows.current(index), isLocked: (row, field) => lockedReason(row, field.name) !== undefined };
    const tellLeftOut = (locked: number, refused: readonly string[]) => {
      if (locked + refused.length > 0) showToast({ tone: 'danger', message: refused[0] ?? t('lists.cell.locked', { count: locked }), ...(refused.length > 1 && { description: t('lists.cell.moreRefused', { count: refused.length - 1 }) }) });
    };
    const over = (range: CellRange, value: (row: RecordRow, field: FieldDescription) => CellChange): readonly CellChange[] => {
      const found: CellChange[] = [];
      for (let index = range.fromRow; index <= range.toRow; index += 1) {
        const row = sheet.getRow(index);
        if (row) found.push(...fields.slice(range.fromColumn, range.toColumn + 1).filter((field) => !sheet.isLocked(row, field)).map((field) => value(row, field)));
      }
      return found;
    };
    return {
      Editor: (props) => <CellEditor {...props} object={object} fields={fields} />,
      lockedReason,
      onLocked: (reason) => { showToast({ message: reason, isBrief: true }); },
      flip: (row, columnId) => {
        const field = fieldOf(columnId);
        if (!field || cellKind(field) !== 'flip') return false;
        void run.change([{ row, field, value: valueIn(row, field) !== true }]);
        return true;
      },
      onCommit: (row, columnId, edited) => {
        const field = fieldOf(columnId);
        const { value, recordName } = edited as EditedValue;
        if (field) void run.change([{ row, field, value, recordName }]);
      },
      copy: (range) => {
        const text = copyCells(sheet, range);
        showToast({ message: t('lists.cell.copied', { count: (range.toRow - range.fromRow + 1) * (range.toColumn - range.fromColumn + 1) }), isBrief: true });
        return text;
      },
      paste: (range, text) => {
        const wording = { noChoice: (piece: string) => t('lists.cell.noChoice', { text: piece }), noRecord: (name: string) => t('lists.cell.noRecord', { name }) };
        void pasteCells(workspace, sheet, range, text, { locale, timeZone }, wording).then(
          ({ changes, locked, refused }) => { tellLeftOut(locked, refused); return run.change(changes); },
          (error: unknown) => { showToast({ tone: 'danger', message: error instanceof ApiError ? error.message : String(error) }); },
        );
      },
      fillDown: (range) => {
        const { changes, locked } = fillDown(sheet, range);
        tellLeftOut(locked, []);
        void run.change(changes);
      },
      clear: (range) => void run.change(over(range, (row, field) => ({ row, field, value: cellKind(field) === 'flip' ? false : null }))),
      undo: run.undo,
      redo: run.redo,
      faultsOf: (rowKey) => faults[rowKey],
    };
  }, [workspace, object, fields, user.id, t, locale, timeZone, faults, run]);
}
