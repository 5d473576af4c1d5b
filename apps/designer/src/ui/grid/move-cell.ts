import type { Cell } from './cell-range.js';

interface Move {
  readonly key: string;
  readonly hasMod: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly pageSize: number;
  /** J and K move rows too. */
  readonly singleKeys: boolean;
}

/** Where a key takes the active cell, as the ARIA grid pattern says; null when the key does not move it. Row −1 is the head. */
export function moveCell({ row, column }: Cell, { key, hasMod, rowCount, columnCount, pageSize, singleKeys }: Move): Cell | null {
  const to = (nextRow: number, nextColumn: number): Cell => ({
    row: Math.max(-1, Math.min(rowCount - 1, nextRow)), column: Math.max(0, Math.min(columnCount - 1, nextColumn)),
  });
  switch (key) {
    case 'ArrowDown': return to(hasMod ? rowCount - 1 : row + 1, column);
    case 'ArrowUp': return to(hasMod ? 0 : row - 1, column);
    case 'ArrowRight': return to(row, hasMod ? columnCount - 1 : column + 1);
    case 'ArrowLeft': return to(row, hasMod ? 0 : column - 1);
    case 'Home': return to(hasMod ? 0 : row, 0);
    case 'End': return to(hasMod ? rowCount - 1 : row, columnCount - 1);
    case 'PageDown': return to(row + pageSize, column);
    case 'PageUp': return to(Math.max(0, row - pageSize), column);
    case 'j': return singleKeys && !hasMod ? to(row + 1, column) : null;
    case 'k': return singleKeys && !hasMod ? to(Math.max(0, row - 1), column) : null;
    default: return null;
  }
}
