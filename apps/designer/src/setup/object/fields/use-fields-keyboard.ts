import { useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { getPreferences, isComposing } from '../../../ui/index.js';
import type { FieldsGridProps } from './FieldsGrid.js';

interface Cell { readonly row: number; readonly column: number }

interface Options extends Pick<FieldsGridProps, 'rows' | 'isReorderable' | 'isEditable' | 'onOpen' | 'onMove' | 'onRemove'> {
  readonly place: RefObject<HTMLTableElement | null>;
  readonly onToggle: (name: string) => void;
  readonly onRename: (name: string) => void;
}

/** Choosing box, label, name, kind, required, unique, used by, filled, last used, state, actions. */
const columnCount = 11;
const labelColumn = 1;

export function useFieldsKeyboard({ rows, isReorderable, isEditable, onOpen, onMove, onRemove, place, onToggle, onRename }: Options) {
  const [active, setActive] = useState<Cell>({ row: 0, column: labelColumn });
  const focus = (cell: Cell) => {
    setActive(cell);
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(`[data-cell="${cell.row}:${cell.column}"]`)?.focus());
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event) || !(event.target as HTMLElement).matches('[data-cell]')) return;
    const { singleKeyShortcuts } = getPreferences();
    const row = rows[active.row];
    if (!row) return;
    const isGone = row.state === 'REMOVED';
    const mayChange = isEditable && !isGone;
    const moved = moveCell(active, event, rows.length, singleKeyShortcuts);
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const to = active.row + (event.key === 'ArrowUp' ? -1 : 1);
      const other = rows[to];
      if (isReorderable && mayChange && other && other.state !== 'REMOVED') {
        onMove(row.name, to);
        focus({ ...active, row: to });
      }
    } else if (moved) focus(moved);
    else if (event.key === 'Enter' && active.column >= columnCount - 1) (event.target as HTMLElement).querySelector('button')?.click();
    else if (event.key === 'Enter' || (event.key === 'o' && singleKeyShortcuts)) { if (mayChange) onOpen(row.name); }
    else if (event.key === 'F2') { if (mayChange) onRename(row.name); }
    else if (event.key === ' ' || (event.key === 'x' && singleKeyShortcuts)) { if (mayChange) onToggle(row.name); }
    else if (event.key === 'Delete' || event.key === 'Backspace') { if (mayChange) onRemove(row.name); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const [row, column] = (event.target.dataset['cell'] ?? '').split(':').map(Number);
    if (row !== undefined && column !== undefined && (row !== active.row || column !== active.column)) setActive({ row, column });
  };
  return { active: { row: Math.min(active.row, rows.length - 1), column: active.column }, focus, gridProps: { onKeyDown, onFocus } };
}

function moveCell({ row, column }: Cell, { key, altKey, ctrlKey, metaKey }: KeyboardEvent, rowCount: number, singleKeys: boolean): Cell | null {
  if (altKey) return null;
  const hasMod = ctrlKey || metaKey;
  const last = rowCount - 1;
  const steps: Readonly<Record<string, Cell>> = {
    ArrowDown: { row: Math.min(row + 1, last), column }, ArrowUp: { row: Math.max(row - 1, 0), column },
    ArrowRight: { row, column: Math.min(column + 1, columnCount - 1) }, ArrowLeft: { row, column: Math.max(column - 1, 0) },
    Home: { row: hasMod ? 0 : row, column: 0 }, End: { row: hasMod ? last : row, column: columnCount - 1 },
    PageDown: { row: Math.min(row + 10, last), column }, PageUp: { row: Math.max(row - 10, 0), column },
    ...(singleKeys && !hasMod && { j: { row: Math.min(row + 1, last), column }, k: { row: Math.max(row - 1, 0), column } }),
  };
  return steps[key] ?? null;
}
