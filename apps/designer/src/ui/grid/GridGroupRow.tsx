import { ChevronRight } from 'lucide-react';
import type { CSSProperties } from 'react';
import { classNames } from '../class-names.js';
import type { DataGridProps, GridGroup } from './data-grid-types.js';
import { columnStyle, selectColumnWidth } from './grid-layout.js';
import styles from './DataGrid.module.css';

interface GridGroupRowProps<Row> {
  readonly grid: DataGridProps<Row>;
  readonly group: GridGroup;
  readonly index: number;
  readonly style: CSSProperties;
  readonly places: readonly (number | undefined)[];
  readonly activeColumn: number | null;
  readonly onActivate: (row: number, column: number, isExtending: boolean) => void;
}

/** The row that heads a group: opens and closes it, and says how many there are. */
export function GridGroupRow<Row>({ grid: { columns, selection }, group, index, style, places, activeColumn, onActivate }: GridGroupRowProps<Row>) {
  return (
    <div role="row" aria-rowindex={index + 2} aria-expanded={group.isOpen} style={style} className={classNames(styles['row'], styles['groupRow'])} onClick={group.onToggle}>
      {selection && <div role="gridcell" aria-colindex={1} className={styles['selectCell']} style={{ width: selectColumnWidth }} />}
      {columns.map((column, columnIndex) => (
        <div key={column.id} role={columnIndex === 0 ? 'rowheader' : 'gridcell'} aria-colindex={columnIndex + (selection ? 2 : 1)} data-cell={`${index}:${columnIndex}`} tabIndex={activeColumn === columnIndex ? 0 : -1}
          style={columnStyle(columnIndex, places[columnIndex])} onMouseDown={() => onActivate(index, columnIndex, false)}
          className={classNames(styles['cell'], column.align === 'end' && styles['end'], places[columnIndex] !== undefined && styles['pinned'], columnIndex === 0 && styles['first'], selection && columnIndex === 0 && styles['afterSelect'])}>
          {columnIndex === 0
            ? <><ChevronRight size={14} aria-hidden className={classNames(styles['twist'], group.isOpen && styles['twisted'])} /><span className={styles['content']}>{group.label}</span><span className={styles['groupCount']}>{group.count}</span></>
            : group.cells?.[column.id]}
        </div>
      ))}
    </div>
  );
}
