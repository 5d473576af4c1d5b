export interface Cell { readonly row: number; readonly column: number }

/** A rectangle of cells, all four edges included. */
export interface CellRange {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

export interface ColumnSpan { readonly from: number; readonly to: number }

/** The rectangle between the cell where a selection began and the one where it is now. */
export function rangeBetween(anchor: Cell, active: Cell): CellRange {
  return {
    fromRow: Math.min(anchor.row, active.row), toRow: Math.max(anchor.row, active.row),
    fromColumn: Math.min(anchor.column, active.column), toColumn: Math.max(anchor.column, active.column),
  };
}

export function isSingleCell({ fromRow, toRow, fromColumn, toColumn }: CellRange): boolean {
  return fromRow === toRow && fromColumn === toColumn;
}

/** Tabbed text into lines of cells, as spreadsheets write it: a cell with a tab, a line break or a quote stands in quotes. */
export function readCells(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = () => { lines.at(-1)?.push(cell); cell = ''; };
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at] ?? '';
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (source[at + 1] === '"') { cell += '"'; at += 1; }
      else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n') { endCell(); lines.push([]); }
    else cell += sign;
  }
  endCell();
  return lines;
}

export function writeCells(lines: readonly (readonly string[])[]): string {
  const write = (cell: string) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return lines.map((cells) => cells.map(write).join('\t')).join('\n');
}
