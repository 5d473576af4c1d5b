import { useCallback, useEffect, useRef, useState, type ClipboardEvent, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { hasModKey } from '../keyboard/key-names.js';
import { isComposing } from '../keyboard/shortcuts.js';
import { getPreferences } from '../preferences/preferences.js';
import { isSingleCell, rangeBetween, type Cell, type CellRange } from './cell-range.js';
import type { AfterEdit, DataGridProps } from './data-grid-types.js';
import { focusCell, isInControl } from './focus-cell.js';
import { readGridKey } from './grid-key.js';
import { moveCell } from './move-cell.js';
import { runGridCommand } from './run-grid-command.js';

/** Row −1 is the head. */
export type ActiveCell = Cell;

export interface EditedCell extends Cell { readonly typed: string | null }

export interface GridKeyboardOptions<Row> extends DataGridProps<Row> {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly scrollToRow: (index: number) => void;
  readonly pageSize: number;
}

/** What commands may do with a grid. */
export interface GridHands {
  moveTo(cell: ActiveCell, isExtending?: boolean): void;
  edit(cell: ActiveCell, typed: string | null): void;
  toggleRow(index: number, isRange: boolean): void;
  collapse(): void;
  openMenu(cell: ActiveCell): void;
}

/** One tab stop for the whole grid; the active cell has the focus and survives scrolling out of sight. */
export function useGridKeyboard<Row>(options: GridKeyboardOptions<Row>) {
  const [active, setActive] = useState<ActiveCell>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<ActiveCell | null>(null);
  const [edited, setEdited] = useState<EditedCell | null>(null);
  const latest = useRef({ ...options, active, anchor });
  useEffect(() => { latest.current = { ...options, active, anchor }; });
  const lastToggled = useRef(0);
  const { scroller, rowCount, columns } = options;

  const moveTo = useCallback((cell: ActiveCell, isExtending = false) => {
    const { active: from, anchor: began, onActiveRow, getRow, groupAt } = latest.current;
    setAnchor(isExtending ? (began ?? from) : null);
    setActive(cell);
    if (cell.row >= 0) latest.current.scrollToRow(cell.row);
    const row = cell.row >= 0 && !groupAt?.(cell.row) ? getRow(cell.row) : undefined;
    if (row !== undefined && cell.row !== from.row) onActiveRow?.(row);
    // The row may only come into the document with the next frame.
    requestAnimationFrame(() => focusCell(scroller.current, cell));
  }, [scroller]);

  const activate = useCallback((row: number, column: number, isExtending: boolean) => {
    const { active: from, anchor: began, onActiveRow, getRow } = latest.current;
    setAnchor(isExtending ? (began ?? from) : null);
    setActive({ row, column });
    const opened = row === from.row ? undefined : getRow(row);
    if (opened !== undefined && !isExtending) onActiveRow?.(opened);
  }, []);

  const toggleRow = useCallback((index: number, isRange: boolean) => {
    const { selection = new Set<string>(), onSelectionChange, getRow, rowKey, rowCount: count, isEverySelected } = latest.current;
    const row = getRow(index);
    if (row === undefined) return;
    const everyLoaded = () => Array.from({ length: count }, (_, each) => getRow(each)).filter((each) => each !== undefined).map(rowKey);
    const next = new Set(isEverySelected ? everyLoaded() : selection);
    const [from, to] = isRange ? [Math.min(index, lastToggled.current), Math.max(index, lastToggled.current)] : [index, index];
    const isAdding = !next.has(rowKey(row));
    for (let each = from; each <= to; each += 1) {
      const member = getRow(each);
      if (member === undefined) continue;
      if (isAdding) next.add(rowKey(member));
      else next.delete(rowKey(member));
    }
    lastToggled.current = index;
    onSelectionChange?.(next);
  }, []);

  const edit = useCallback((cell: ActiveCell, typed: string | null) => {
    const { cells, getRow, columns: now, groupAt } = latest.current;
    const row = cell.row >= 0 && !groupAt?.(cell.row) ? getRow(cell.row) : undefined;
    const column = now[cell.column];
    if (!cells || row === undefined || !column) return;
    const locked = cells.lockedReason(row, column.id);
    if (locked !== undefined) {
      cells.onLocked(locked);
      return;
    }
    if (typed === null && cells.flip?.(row, column.id)) return;
    setAnchor(null);
    setActive(cell);
    // At once: the key that is being pressed is already meant for the editor.
    flushSync(() => setEdited({ ...cell, typed }));
  }, []);

  const endEdit = useCallback((then: AfterEdit | 'cancel') => {
    setEdited(null);
    const { active: at, rowCount: count, columns: now } = latest.current;
    const next = { row: then === 'down' ? Math.min(count - 1, at.row + 1) : at.row, column: then === 'right' ? Math.min(now.length - 1, at.column + 1) : then === 'left' ? Math.max(0, at.column - 1) : at.column };
    // A click elsewhere has taken the focus already.
    if (then === 'stay') return;
    moveTo(next);
  }, [moveTo]);

  const collapse = useCallback(() => setAnchor(null), []);
  const openMenu = useCallback((cell: ActiveCell) => scroller.current?.querySelector<HTMLElement>(`[data-cell="-1:${cell.column}"] [data-menu]`)?.click(), [scroller]);
  const hands: GridHands = { moveTo, edit, toggleRow, collapse, openMenu };

  const shown = { row: Math.min(active.row, rowCount - 1), column: Math.min(active.column, columns.length - 1) };
  const range: CellRange = rangeBetween(anchor ?? shown, shown);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isInControl(event.target)) return;
    const row = shown.row >= 0 ? options.getRow(shown.row) : undefined;
    const group = shown.row >= 0 ? options.groupAt?.(shown.row) : undefined;
    const column = columns[shown.column];
    const takesText = shown.column > 0 && row !== undefined && !group && column !== undefined && options.cells !== undefined && options.cells.lockedReason(row, column.id) === undefined;
    if (isComposing(event) && !takesText) return;
    const hasMod = hasModKey(event);
    const singleKeys = getPreferences().singleKeyShortcuts && !takesText;
    if (group && (event.key === 'ArrowRight' || event.key === 'ArrowLeft') && (event.key === 'ArrowRight') !== group.isOpen) {
      event.preventDefault();
      group.onToggle();
      return;
    }
    const moved = event.altKey ? null : moveCell(shown, { key: event.key, hasMod, rowCount, columnCount: columns.length, pageSize: options.pageSize, singleKeys });
    if (moved) {
      event.preventDefault();
      moveTo(moved, event.shiftKey && event.key.startsWith('Arrow') && shown.row >= 0);
      return;
    }
    const command = readGridKey({ key: event.key, keyCode: event.nativeEvent.keyCode, shiftKey: event.shiftKey, altKey: event.altKey, hasMod }, { isHead: shown.row === -1, isGroup: group !== undefined, takesText, singleKeys });
    if (command === null) return;
    const isDone = runGridCommand(command, { options, hands, active: shown, range, row, group });
    // An input method needs its key to arrive in the editor that has just been opened.
    if (isDone && !isComposing(event)) event.preventDefault();
  };

  const onFocus = (event: FocusEvent) => {
    const place = event.target instanceof HTMLElement ? event.target.dataset['cell'] : undefined;
    const [row, column] = (place ?? '').split(':').map(Number);
    if (row !== undefined && column !== undefined && !Number.isNaN(column) && (row !== active.row || column !== active.column)) setActive({ row, column });
  };

  const onCopy = (event: ClipboardEvent) => {
    if (isInControl(event.target) || !options.cells || shown.row < 0 || !window.getSelection()?.isCollapsed) return;
    event.clipboardData.setData('text/plain', options.cells.copy(range));
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (isInControl(event.target) || !options.cells || shown.row < 0) return;
    event.preventDefault();
    options.cells.paste(range, event.clipboardData.getData('text/plain'));
  };

  return {
    active: shown, edited, range: isSingleCell(range) ? null : range, hands, activate, toggleRow, edit, endEdit,
    gridProps: { onKeyDown, onFocus, onCopy, onPaste },
  };
}
