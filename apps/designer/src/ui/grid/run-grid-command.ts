import { isSingleCell, type CellRange } from './cell-range.js';
import type { GridGroup } from './data-grid-types.js';
import type { GridCommand } from './grid-key.js';
import { narrowestColumn, widestColumn } from './grid-layout.js';
import { opposite } from './opposite.js';
import type { ActiveCell, GridHands, GridKeyboardOptions } from './use-grid-keyboard.js';

interface Situation<Row> {
  readonly options: GridKeyboardOptions<Row>;
  readonly hands: GridHands;
  readonly active: ActiveCell;
  readonly range: CellRange;
  readonly row: Row | undefined;
  readonly group: GridGroup | undefined;
}

const step = 24;

/** Does what a key asks for; false where there is nothing to do, so that the key goes on to the page. */
export function runGridCommand<Row>(command: GridCommand, { options, hands, active, range, row, group }: Situation<Row>): boolean {
  const { columns, cells, selection, onSelectionChange, onOpenRow, onSortChange, sort, onMoveColumn, onResizeColumn, getRow, rowKey, rowCount, groupAt } = options;
  const column = columns[active.column];
  const isHead = active.row === -1;
  const canEdit = cells !== undefined && row !== undefined && !group && column !== undefined && cells.lockedReason(row, column.id) === undefined;
  if (typeof command === 'object') {
    hands.edit(active, command.type);
    return true;
  }
  const open = (inNewTab: boolean) => {
    if (row === undefined || group || !onOpenRow) return false;
    onOpenRow(row, { inNewTab });
    return true;
  };
  const edit = () => {
    if (canEdit) hands.edit(active, null);
    return canEdit;
  };
  const select = (isRange: boolean) => {
    if (!selection || row === undefined || group) return false;
    hands.toggleRow(active.row, isRange);
    return true;
  };
  const inCells = (run: () => void) => {
    if (!cells || isHead) return false;
    run();
    return true;
  };
  const resize = (by: number) => {
    if (column) onResizeColumn?.(column.id, Math.max(narrowestColumn, Math.min(widestColumn, column.width + by)));
    return true;
  };
  const move = (by: 1 | -1) => {
    const target = active.column + by;
    const neighbour = columns[target];
    if (!column || !neighbour || active.column === 0 || target === 0 || Boolean(neighbour.isPinned) !== Boolean(column.isPinned)) return true;
    onMoveColumn?.(column.id, by === -1 ? neighbour.id : (columns[target + 1]?.id ?? null));
    hands.moveTo({ row: -1, column: target });
    return true;
  };
  switch (command) {
    case 'edit':
      hands.edit(active, null);
      return cells !== undefined && !isHead && !group;
    case 'enter':
      if (group) { group.onToggle(); return true; }
      if (isHead) {
        if (column?.isSortable) onSortChange?.({ columnId: column.id, direction: opposite(sort?.columnId === column.id ? sort.direction : undefined) });
        return true;
      }
      return active.column === 0 && onOpenRow ? open(false) : (edit() || open(false));
    case 'open': return open(false);
    case 'openElsewhere': return open(true);
    case 'toggle':
      if (group) { group.onToggle(); return true; }
      return select(false);
    case 'selectRow': return select(false);
    case 'selectAll': {
      if (!selection) return false;
      const loaded = Array.from({ length: rowCount }, (_, index) => (groupAt?.(index) ? undefined : getRow(index))).filter((each) => each !== undefined);
      onSelectionChange?.(new Set(loaded.map(rowKey)));
      return true;
    }
    case 'fillDown': return inCells(() => cells?.fillDown(range));
    // Of rows that are chosen the key speaks, not of the one cell.
    case 'clear': return (selection?.size ?? 0) > 0 && isSingleCell(range) ? false : inCells(() => cells?.clear(range));
    case 'undo': return inCells(() => cells?.undo());
    case 'redo': return inCells(() => cells?.redo());
    case 'collapse':
      if (range.fromRow === range.toRow && range.fromColumn === range.toColumn) return false;
      hands.collapse();
      return true;
    case 'menu': hands.openMenu(active); return true;
    case 'moveLeft': return move(-1);
    case 'moveRight': return move(1);
    case 'narrower': return resize(-step);
    case 'wider': return resize(step);
  }
}
