import type { LucideIcon } from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
import type { MenuGroup } from '../controls/Menu.js';
import type { CellRange, ColumnSpan } from './cell-range.js';

export interface GridColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly icon?: LucideIcon;
  /** Pixels. */
  readonly width: number;
  /** Numbers, amounts and dates of one width stand to the right. */
  readonly align?: 'start' | 'end';
  readonly isSortable?: boolean;
  /** Stays in sight beside the first column; such columns follow it. */
  readonly isPinned?: boolean;
  readonly render: (row: Row) => ReactNode;
  /** An aggregate under the column, such as a sum. */
  readonly footer?: ReactNode;
  /** What can be done with the column, in a menu of its head. */
  readonly menu?: readonly MenuGroup[];
}

export interface GridSort {
  readonly columnId: string;
  readonly direction: 'ascending' | 'descending';
}

/** What a cell that is being edited is drawn by. */
export interface CellEditorProps<Row> {
  readonly row: Row;
  readonly columnId: string;
  /** What people began to type over the value; null where they opened the cell as it is. */
  readonly typed: string | null;
  /** Takes the value, then goes on to another cell. */
  readonly onCommit: (value: unknown, then: AfterEdit) => void;
  readonly onCancel: () => void;
}

export type AfterEdit = 'stay' | 'down' | 'right' | 'left';

/** A value that could not be saved; the cell keeps it. */
export interface CellFault {
  readonly message: string;
  readonly onRetry: () => void;
  readonly onRevert: () => void;
}

/** Makes the cells of a grid editable. Indexes are those of rows and columns as they stand. */
export interface GridCells<Row> {
  readonly Editor: ComponentType<CellEditorProps<Row>>;
  /** Why a cell cannot be changed; undefined where it can. */
  readonly lockedReason: (row: Row, columnId: string) => string | undefined;
  /** People tried to change a cell that cannot be changed. */
  readonly onLocked: (reason: string) => void;
  /** A press of Enter or a double click changes the value without an editor: a yes becomes a no. False where an editor is needed. */
  readonly flip?: (row: Row, columnId: string) => boolean;
  readonly onCommit: (row: Row, columnId: string, value: unknown) => void;
  /** The cells as lines of tabbed text. */
  readonly copy: (range: CellRange) => string;
  readonly paste: (range: CellRange, text: string) => void;
  readonly fillDown: (range: CellRange) => void;
  readonly clear: (range: CellRange) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** By column; the same object while nothing of a row changes. */
  readonly faultsOf: (rowKey: string) => Readonly<Record<string, CellFault>> | undefined;
}

/** A row that heads others which have something in common. */
export interface GridGroup {
  readonly key: string;
  readonly label: ReactNode;
  /** For screen readers and keys. */
  readonly name: string;
  readonly count: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Aggregates by column. */
  readonly cells?: Readonly<Record<string, ReactNode>>;
}

export interface DataGridProps<Row> {
  /** Names the list for screen readers. */
  readonly label: string;
  /** The first column stays in sight and names its row. */
  readonly columns: readonly GridColumn<Row>[];
  /** All rows that there are, loaded or not. */
  readonly rowCount: number;
  /** The row at an index, or undefined while it is loading. */
  readonly getRow: (index: number) => Row | undefined;
  readonly rowKey: (row: Row) => string;
  /** What a row is called, in labels of its checkbox. */
  readonly rowName: (row: Row) => string;
  /** Where a row heads others instead of being one. */
  readonly groupAt?: (index: number) => GridGroup | undefined;
  /** Called with the indexes in sight (both included), so that their pages can be fetched. */
  readonly onVisibleRange?: (first: number, last: number) => void;
  readonly sort?: GridSort | null;
  readonly onSortChange?: (sort: GridSort) => void;
  /** Keys of the chosen rows; without it rows cannot be chosen. */
  readonly selection?: ReadonlySet<string>;
  readonly onSelectionChange?: (selection: ReadonlySet<string>) => void;
  /** Every row is chosen, also those that are not loaded. */
  readonly isEverySelected?: boolean;
  /** A click on the name, Enter or O; `inNewTab` with the command key. */
  readonly onOpenRow?: (row: Row, how: { readonly inNewTab: boolean }) => void;
  /** The row that is open in the side panel. */
  readonly openRowKey?: string | null;
  /** The row that the keys stand on has changed. */
  readonly onActiveRow?: (row: Row) => void;
  /** Makes cells editable. */
  readonly cells?: GridCells<Row>;
  readonly onResizeColumn?: (columnId: string, width: number) => void;
  /** Moves a column before another; null moves it to the end. */
  readonly onMoveColumn?: (columnId: string, before: string | null) => void;
  /** Rows that have just changed elsewhere: they fade from a tint. */
  readonly freshRows?: ReadonlySet<string>;
  /** Rows that are missing could not be loaded. */
  readonly missing?: { readonly message: string; readonly onRetry: () => void } | undefined;
  /** Shown instead of rows when there is none. */
  readonly emptyState?: ReactNode;
  /** Old rows stay in sight, dimmed, while new ones are fetched. */
  readonly isRefetching?: boolean;
}

export type { CellRange, ColumnSpan };
