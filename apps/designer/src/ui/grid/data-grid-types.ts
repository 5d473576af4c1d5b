import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface GridColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly icon?: LucideIcon;
  /** Pixels. */
  readonly width: number;
  /** Numbers, amounts and dates of one width stand to the right. */
  readonly align?: 'start' | 'end';
  readonly isSortable?: boolean;
  readonly render: (row: Row) => ReactNode;
  /** An aggregate under the column, such as a sum. */
  readonly footer?: ReactNode;
}

export interface GridSort {
  readonly columnId: string;
  readonly direction: 'ascending' | 'descending';
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
  /** Called with the indexes in sight (both included), so that their pages can be fetched. */
  readonly onVisibleRange?: (first: number, last: number) => void;
  readonly sort?: GridSort | null;
  readonly onSortChange?: (sort: GridSort) => void;
  /** Keys of the chosen rows; without it rows cannot be chosen. */
  readonly selection?: ReadonlySet<string>;
  readonly onSelectionChange?: (selection: ReadonlySet<string>) => void;
  /** Row click, Enter or O; `inNewTab` with the command key. */
  readonly onOpenRow?: (row: Row, how: { readonly inNewTab: boolean }) => void;
  /** The row that is open in the side panel. */
  readonly openRowKey?: string | null;
  /** Shown instead of rows when there is none. */
  readonly emptyState?: ReactNode;
  /** Old rows stay in sight, dimmed, while new ones are fetched. */
  readonly isRefetching?: boolean;
}
