import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react';
import { useState, type HTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../class-names.js';
import { Menu } from '../controls/Menu.js';
import { PlainButton } from '../controls/PlainButton.js';
import type { DataGridProps, GridColumn } from './data-grid-types.js';
import { ColumnEdge } from './ColumnEdge.js';
import { columnStyle } from './grid-layout.js';
import { opposite } from './opposite.js';
import styles from './DataGrid.module.css';

interface GridHeadCellProps<Row> {
  readonly grid: DataGridProps<Row>;
  readonly column: GridColumn<Row>;
  readonly index: number;
  readonly place: number | undefined;
  readonly isActive: boolean;
  readonly className: string;
  readonly dragProps: HTMLAttributes<HTMLElement>;
}

/** One head: a click sorts, its edge sizes, dragging moves, and everything is in its menu as well. */
export function GridHeadCell<Row>({ grid: { sort, onSortChange, selection, onResizeColumn }, column, index, place, isActive, className, dragProps }: GridHeadCellProps<Row>) {
  const { t } = useTranslation();
  const direction = sort?.columnId === column.id ? sort.direction : undefined;
  // The menu of a column is built when the pointer or the focus comes to it.
  const [isUsed, setUsed] = useState(false);
  const Icon = column.icon;
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
  const menuButton = <PlainButton className={styles['headMenu'] ?? ''} label={t('ui.grid.columnMenu', { name: column.header })} excludeFromTabOrder data-menu><ChevronDown size={13} aria-hidden /></PlainButton>;
  return (
    <div role="columnheader" aria-colindex={index + (selection ? 2 : 1)} aria-sort={column.isSortable ? (direction ?? 'none') : undefined} tabIndex={isActive ? 0 : -1} data-cell={`-1:${index}`}
      style={columnStyle(index, place)} {...dragProps} onPointerEnter={() => setUsed(true)} onFocus={() => setUsed(true)}
      className={classNames(styles['cell'], styles['headCell'], column.align === 'end' && styles['end'], place !== undefined && styles['pinned'], index === 0 && styles['first'], selection && index === 0 && styles['afterSelect'], column.isSortable && styles['sortable'], className)}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('button, [data-edge]')) return;
        if (column.isSortable) onSortChange?.({ columnId: column.id, direction: opposite(direction) });
      }}>
      {Icon && <Icon size={13} aria-hidden className={styles['headIcon']} />}
      <span className={styles['headWords']} title={column.header}>{column.header}</span>
      {column.isSortable && <Arrow size={12} aria-hidden className={classNames(styles['arrow'], direction && styles['sorted'])} />}
      {column.menu && (isUsed ? <Menu label={t('ui.grid.columnMenu', { name: column.header })} placement="bottom end" trigger={menuButton} groups={column.menu} /> : null)}
      {onResizeColumn && <ColumnEdge index={index} width={column.width} onResize={(width) => onResizeColumn(column.id, width)} />}
    </div>
  );
}
