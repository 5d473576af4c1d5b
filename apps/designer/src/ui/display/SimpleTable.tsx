import type { ReactNode } from 'react';
import { classNames } from '../class-names.js';
import styles from './SimpleTable.module.css';

export interface SimpleColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly width?: string;
  readonly align?: 'start' | 'end';
  /** Left out where there is little room. */
  readonly isSecondary?: boolean;
  /** Draws the cell; the first column heads its row. */
  readonly render: (row: Row) => ReactNode;
  readonly footer?: ReactNode;
}

export interface SimpleTableProps<Row> {
  readonly label: string;
  readonly columns: readonly SimpleColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly onOpenRow?: (row: Row) => void;
  readonly isRowMuted?: (row: Row) => boolean;
  /** Columns keep to their widths, so that those of tables under each other stand in line. */
  readonly isSteady?: boolean;
}

/** A plain table for up to some hundred rows; record lists use `DataGrid`. A row that opens also needs a link or button in it. */
export function SimpleTable<Row>({ label, columns, rows, rowKey, onOpenRow, isRowMuted, isSteady }: SimpleTableProps<Row>) {
  return (
    <div className={styles['frame']}>
      <table className={classNames(styles['table'], isSteady && styles['steady'])} aria-label={label}>
        <thead>
          <tr>{columns.map(({ id, header, width, align, isSecondary }) => (
            <th key={id} scope="col" className={classNames(align === 'end' && styles['end'], isSecondary && styles['secondary'])} style={width ? { width } : {}}>{header}</th>
          ))}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={classNames(onOpenRow && styles['opens'], isRowMuted?.(row) && styles['muted'])}
              onClick={(event) => { if (onOpenRow && !isOnControl(event.target)) onOpenRow(row); }}>
              {columns.map(({ id, align, isSecondary, render }, index) => index === 0
                ? <th key={id} scope="row">{render(row)}</th>
                : <td key={id} className={classNames(align === 'end' && styles['end'], isSecondary && styles['secondary'])}>{render(row)}</td>)}
            </tr>
          ))}
        </tbody>
        {columns.some(({ footer }) => footer !== undefined) && (
          <tfoot><tr>{columns.map(({ id, align, isSecondary, footer }) => <td key={id} className={classNames(align === 'end' && styles['end'], isSecondary && styles['secondary'])}>{footer}</td>)}</tr></tfoot>
        )}
      </table>
    </div>
  );
}

function isOnControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, label, [role="menuitem"]') !== null;
}
