import { useCallback, useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { getPreferences } from '../preferences/preferences.js';
import { hasModKey } from '../keyboard/key-names.js';
import { isComposing } from '../keyboard/shortcuts.js';
import { opposite } from './GridHead.js';
import type { DataGridProps } from './data-grid-types.js';
import { moveCell } from './move-cell.js';

/** Row −1 is the head. */
export interface ActiveCell { readonly row: number; readonly column: number }

interface GridKeyboardOptions<Row> extends DataGridProps<Row> {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly scrollToRow: (index: number) => void;
  readonly pageSize: number;
}

/** One tab stop for the whole grid; the active cell has the focus and survives scrolling out of sight. */
export function useGridKeyboard<Row>(options: GridKeyboardOptions<Row>) {
  const [active, setActive] = useState<ActiveCell>({ row: 0, column: 0 });
  const latest = useRef(options);
  useEffect(() => { latest.current = options; });
  const lastToggled = useRef(0);
  const { scroller, rowCount } = options;

  const moveTo = useCallback((cell: ActiveCell) => {
    setActive(cell);
    if (cell.row >= 0) latest.current.scrollToRow(cell.row);
    // The row may only come into the document with the next frame.
    requestAnimationFrame(() => focusCell(scroller.current, cell));
  }, [scroller]);

  const activate = useCallback((row: number, column: number) => setActive({ row, column }), []);

  const toggleRow = useCallback((index: number, isRange: boolean) => {
    const { selection = new Set<string>(), onSelectionChange, getRow, rowKey } = latest.current;
    const row = getRow(index);
    if (row === undefined) return;
    const next = new Set(selection);
    const [from, to] = isRange ? [Math.min(index, lastToggled.current), Math.max(index, lastToggled.current)] : [index, index];
    const isAdding = !selection.has(rowKey(row));
    for (let each = from; each <= to; each += 1) {
      const member = getRow(each);
      if (member === undefined) continue;
      if (isAdding) next.add(rowKey(member));
      else next.delete(rowKey(member));
    }
    lastToggled.current = index;
    onSelectionChange?.(next);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || isInControl(event.target)) return;
    const { columns, selection, onOpenRow, onSortChange, sort, getRow, pageSize } = options;
    const singleKeys = getPreferences().singleKeyShortcuts;
    const hasMod = hasModKey(event);
    const moved = moveCell(active, { key: event.key, hasMod, rowCount, columnCount: columns.length, pageSize, singleKeys });
    if (moved) {
      event.preventDefault();
      moveTo(moved);
      return;
    }
    const row = active.row >= 0 ? getRow(active.row) : undefined;
    const column = columns[active.column];
    if (event.key === 'Enter' && active.row === -1 && column?.isSortable) {
      onSortChange?.({ columnId: column.id, direction: opposite(sort?.columnId === column.id ? sort.direction : undefined) });
    } else if (row !== undefined && onOpenRow && (event.key === 'Enter' || (event.key === 'o' && singleKeys && !hasMod))) {
      onOpenRow(row, { inNewTab: hasMod });
    } else if (row !== undefined && selection && (event.key === ' ' || (event.key === 'x' && singleKeys && !hasMod))) {
      toggleRow(active.row, event.shiftKey && event.key !== ' ');
    } else return;
    event.preventDefault();
  };

  const onFocus = (event: FocusEvent) => {
    const place = event.target instanceof HTMLElement ? event.target.dataset['cell'] : undefined;
    const [row, column] = (place ?? '').split(':').map(Number);
    if (row !== undefined && column !== undefined && !Number.isNaN(column) && (row !== active.row || column !== active.column)) setActive({ row, column });
  };

  const shown = active.row < rowCount ? active : { row: rowCount - 1, column: active.column };
  return { active: shown, activate, toggleRow, gridProps: { onKeyDown, onFocus } };
}

function focusCell(scroller: HTMLElement | null, cell: ActiveCell, tries = 3): void {
  const element = scroller?.querySelector<HTMLElement>(`[data-cell="${cell.row}:${cell.column}"]`);
  if (!element) {
    if (tries > 0) requestAnimationFrame(() => focusCell(scroller, cell, tries - 1));
    return;
  }
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function isInControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input:not([type="checkbox"]), textarea, [role="menu"], [role="dialog"]') !== null;
}
