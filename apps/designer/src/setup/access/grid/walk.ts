/** A cell by its numbers, from the top and from the start. */
export interface Spot { readonly row: number; readonly column: number }

export interface Walk {
  /** Where the keys are. */
  readonly at: Spot;
  /** The other corner of what is chosen. */
  readonly from: Spot;
}

interface Size { readonly rows: number; readonly columns: number }

const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Where a key leads to; undefined for a key that leads nowhere. `extends`: what was chosen grows. */
export function walk({ at, from }: Walk, key: string, size: Size, { extending, far }: { readonly extending: boolean; readonly far: boolean }): Walk | undefined {
  const goal = goalOf(at, key, size, far);
  if (!goal) return undefined;
  const next = { row: clamp(goal.row, size.rows), column: clamp(goal.column, size.columns) };
  return { at: next, from: extending ? from : next };
}

/** All cells of the column of the keys. */
export function takeColumn({ at }: Walk, { rows }: Size): Walk {
  return { at, from: at.row === 0 ? { row: rows - 1, column: at.column } : { row: 0, column: at.column } };
}

/** The cells between the corners, the one of the keys first. A column that is taken whole is between the first and the last row. */
export function chosenSpots({ at, from }: Walk, isWholeColumn: boolean, { rows }: Size): readonly Spot[] {
  const [top, bottom] = isWholeColumn ? [0, rows - 1] : [Math.min(at.row, from.row), Math.max(at.row, from.row)];
  const [start, end] = [Math.min(at.column, from.column), Math.max(at.column, from.column)];
  const spots: Spot[] = [at];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = start; column <= end; column += 1) if (row !== at.row || column !== at.column) spots.push({ row, column });
  }
  return spots;
}

function goalOf(at: Spot, key: string, { rows, columns }: Size, far: boolean): Spot | undefined {
  if (key === 'Home') return { row: far ? 0 : at.row, column: 0 };
  if (key === 'End') return { row: far ? rows - 1 : at.row, column: columns - 1 };
  if (key === 'PageDown') return { row: at.row + 10, column: at.column };
  if (key === 'PageUp') return { row: at.row - 10, column: at.column };
  const step = steps[key];
  if (!step) return undefined;
  const [down, right] = step;
  return far ? { row: down === 0 ? at.row : down < 0 ? 0 : rows - 1, column: right === 0 ? at.column : right < 0 ? 0 : columns - 1 } : { row: at.row + down, column: at.column + right };
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}
