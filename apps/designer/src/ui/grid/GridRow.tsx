import { memo, type CSSProperties, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../class-names.js';
import { Skeleton } from '../feedback/Skeleton.js';
import { Checkbox } from '../fields/Checkbox.js';
import { hasModKey } from '../keyboard/key-names.js';
import type { DataGridProps } from './data-grid-types.js';
import { selectColumnWidth } from './grid-layout.js';
import styles from './DataGrid.module.css';

interface GridRowProps<Row> {
  readonly grid: DataGridProps<Row>;
  readonly row: Row | undefined;
  readonly index: number;
  readonly style: CSSProperties;
  readonly activeColumn: number | null;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  readonly onToggle: (index: number, isRange: boolean) => void;
  readonly onActivate: (row: number, column: number) => void;
}

function DrawGridRow<Row>({ grid, row, index, style, activeColumn, isSelected, isOpen, onToggle, onActivate }: GridRowProps<Row>) {
  const { t } = useTranslation();
  const { columns, selection, rowName, onOpenRow } = grid;
  const open = (event: MouseEvent) => {
    if (row === undefined || isOnControl(event.target)) return;
    onOpenRow?.(row, { inNewTab: hasModKey(event) });
  };
  return (
    <div role="row" aria-rowindex={index + 2} aria-selected={selection ? isSelected : undefined} style={style} onClick={open}
      className={classNames(styles['row'], isSelected && styles['selected'], isOpen && styles['open'], onOpenRow && styles['opens'])}>
      {selection && (
        <div role="gridcell" aria-colindex={1} className={styles['selectCell']} style={{ width: selectColumnWidth }}
          onClick={(event) => { event.stopPropagation(); onToggle(index, event.shiftKey); }}>
          {row !== undefined && (
            <span className={styles['selectBox']}>
              <Checkbox aria-label={t('ui.grid.selectRow', { name: rowName(row) })} excludeFromTabOrder isReadOnly isSelected={isSelected} />
            </span>
          )}
        </div>
      )}
      {columns.map((column, columnIndex) => (
        <div key={column.id} role={columnIndex === 0 ? 'rowheader' : 'gridcell'} aria-colindex={columnIndex + (selection ? 2 : 1)}
          data-cell={`${index}:${columnIndex}`} tabIndex={activeColumn === columnIndex ? 0 : -1} style={{ width: column.width }}
          onMouseDown={() => onActivate(index, columnIndex)}
          className={classNames(styles['cell'], column.align === 'end' && styles['end'], columnIndex === 0 && styles['first'], selection && columnIndex === 0 && styles['afterSelect'])}>
          {row === undefined
            ? <Skeleton width={`${40 + ((index * 17 + columnIndex * 29) % 45)}%`} height="10px" />
            : <span className={styles['content']}>{column.render(row)}</span>}
        </div>
      ))}
    </div>
  );
}

/** Rows are drawn again only when something of theirs has changed; scrolling must not redraw all that stay in sight. */
export const GridRow = memo(DrawGridRow, (before, after) => before.row === after.row && before.index === after.index && before.activeColumn === after.activeColumn
  && before.isSelected === after.isSelected && before.isOpen === after.isOpen && before.style.transform === after.style.transform && before.style.height === after.style.height
  && before.grid.columns === after.grid.columns && before.grid.onOpenRow === after.grid.onOpenRow && before.onToggle === after.onToggle) as typeof DrawGridRow;

function isOnControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, textarea, label') !== null;
}
