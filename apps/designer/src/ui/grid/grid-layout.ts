import type { CSSProperties } from 'react';
import type { GridColumn } from './data-grid-types.js';

/** Pixels of the column with the checkboxes. */
export const selectColumnWidth = 36;

export const narrowestColumn = 64;
export const widestColumn = 800;

/** Widths stand in variables of the grid, so that dragging an edge draws no row again. */
export function widthVariable(index: number): string {
  return `--column-${index}`;
}

export function columnStyle(index: number, pinnedLeft: number | undefined): CSSProperties {
  return { width: `var(${widthVariable(index)})`, ...(pinnedLeft !== undefined && { left: pinnedLeft }) };
}

/** Where each column that stays in sight begins; the others have no place of their own. */
export function pinnedPlaces<Row>(columns: readonly GridColumn<Row>[], isSelectable: boolean): readonly (number | undefined)[] {
  let left = isSelectable ? selectColumnWidth : 0;
  return columns.map(({ isPinned, width }, index) => {
    if (index > 0 && !isPinned) return undefined;
    const place = left;
    left += width;
    return place;
  });
}
