import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../class-names.js';
import { Checkbox } from '../fields/Checkbox.js';
import type { DataGridProps, GridColumn } from './data-grid-types.js';
import { selectColumnWidth } from './grid-layout.js';
import type { ActiveCell } from './use-grid-keyboard.js';
import styles from './DataGrid.module.css';

type GridHeadProps<Row> = DataGridProps<Row> & { readonly active: ActiveCell };

export function GridHead<Row>({ columns, sort, onSortChange, selection, onSelectionChange, rowCount, getRow, rowKey, active }: GridHeadProps<Row>) {
  const { t } = useTranslation();
  const toggleAll = () => {
    const loaded = Array.from({ length: rowCount }, (_, index) => getRow(index)).filter((row) => row !== undefined);
    onSelectionChange?.(selection && selection.size > 0 ? new Set() : new Set(loaded.map(rowKey)));
  };
  return (
    <div role="rowgroup" className={styles['headGroup']}>
      <div role="row" aria-rowindex={1} className={styles['head']}>
        {selection && (
          <div role="columnheader" aria-colindex={1} className={styles['selectCell']} style={{ width: selectColumnWidth }}>
            <Checkbox aria-label={t('ui.grid.selectAll')} excludeFromTabOrder isSelected={selection.size > 0 && selection.size === rowCount}
              isIndeterminate={selection.size > 0 && selection.size < rowCount} onChange={toggleAll} />
          </div>
        )}
        {columns.map((column, index) => {
          const direction = sort?.columnId === column.id ? sort.direction : undefined;
          const isActive = active.row === -1 && active.column === index;
          return (
            <div key={column.id} role="columnheader" aria-colindex={index + (selection ? 2 : 1)} aria-sort={column.isSortable ? (direction ?? 'none') : undefined}
              tabIndex={isActive ? 0 : -1} data-cell={`-1:${index}`} style={{ width: column.width }}
              className={classNames(styles['cell'], styles['headCell'], column.align === 'end' && styles['end'], index === 0 && styles['first'], selection && index === 0 && styles['afterSelect'], column.isSortable && styles['sortable'])}
              onClick={() => { if (column.isSortable) onSortChange?.({ columnId: column.id, direction: opposite(direction) }); }}>
              <HeadContent column={column} direction={direction} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function HeadContent<Row>({ column, direction }: { readonly column: GridColumn<Row>; readonly direction: 'ascending' | 'descending' | undefined }) {
  const Icon = column.icon;
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <>
      {Icon && <Icon size={13} aria-hidden className={styles['headIcon']} />}
      <span className={styles['headWords']}>{column.header}</span>
      {column.isSortable && <Arrow size={12} aria-hidden className={classNames(styles['arrow'], direction && styles['sorted'])} />}
    </>
  );
}

export function opposite(direction: 'ascending' | 'descending' | undefined): 'ascending' | 'descending' {
  return direction === 'ascending' ? 'descending' : 'ascending';
}
