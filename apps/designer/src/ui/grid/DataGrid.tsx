import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type CSSProperties } from 'react';
import { classNames } from '../class-names.js';
import { usePreferences, type Density } from '../preferences/preferences.js';
import { GridHead } from './GridHead.js';
import { GridRow } from './GridRow.js';
import type { DataGridProps } from './data-grid-types.js';
import { selectColumnWidth } from './grid-layout.js';
import { useGridKeyboard } from './use-grid-keyboard.js';
import styles from './DataGrid.module.css';

const rowHeights: Readonly<Record<Density, number>> = { compact: 32, default: 36, comfortable: 44 };

/**
 * The list of records: any number of rows, of which only those in sight are in the document. One tab stop; arrows,
 * Home, End, Page Up and Down, J and K move; Enter and O open; Space and X choose.
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, columns, rowCount, getRow, rowKey, selection, onVisibleRange, openRowKey, emptyState, isRefetching } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = rowHeights[usePreferences().density];
  const virtualizer = useVirtualizer({
    count: rowCount, estimateSize: () => rowHeight, getScrollElement: () => scroller.current, overscan: 8,
    // The sticky head covers this much of the rows.
    scrollPaddingStart: rowHeight, scrollPaddingEnd: rowHeight,
  });
  useEffect(() => virtualizer.measure(), [rowHeight, virtualizer]);

  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => { if (rowCount > 0) onVisibleRange?.(first, last); }, [first, last, rowCount, onVisibleRange]);

  const keyboard = useGridKeyboard({ ...props, scroller, scrollToRow: (index) => virtualizer.scrollToIndex(index), pageSize: Math.max(1, last - first - 16) });
  const isSelectable = selection !== undefined;
  const width = columns.reduce((sum, column) => sum + column.width, isSelectable ? selectColumnWidth : 0);
  const hasFooter = columns.some(({ footer }) => footer !== undefined);

  return (
    <div ref={scroller} className={styles['scroller']}>
      <div role="grid" aria-label={label} aria-rowcount={rowCount + 1} aria-colcount={columns.length + (isSelectable ? 1 : 0)}
        aria-multiselectable={isSelectable || undefined} aria-busy={isRefetching || undefined}
        className={classNames(styles['grid'], isRefetching && styles['refetching'])} style={{ minWidth: width }} {...keyboard.gridProps}>
        <GridHead {...props} active={keyboard.active} />
        {rowCount === 0 ? <div className={styles['empty']}>{emptyState}</div> : (
          <div role="rowgroup" className={styles['body']} style={{ height: virtualizer.getTotalSize() }}>
            {items.map(({ index, start }) => {
              const row = getRow(index);
              const key = row === undefined ? undefined : rowKey(row);
              const style: CSSProperties = { transform: `translateY(${start}px)`, height: rowHeight };
              return (
                <GridRow key={key ?? `loading-${index}`} grid={props} row={row} index={index} style={style}
                  activeColumn={keyboard.active.row === index ? keyboard.active.column : null}
                  isSelected={key !== undefined && selection?.has(key) === true} isOpen={key !== undefined && key === openRowKey}
                  onToggle={keyboard.toggleRow} onActivate={keyboard.activate} />
              );
            })}
          </div>
        )}
        {hasFooter && rowCount > 0 && (
          <div role="row" className={styles['foot']}>
            {isSelectable && <div role="gridcell" className={styles['selectCell']} style={{ width: selectColumnWidth }} />}
            {columns.map(({ id, width: columnWidth, align, footer }, index) => (
              <div key={id} role="gridcell" style={{ width: columnWidth }}
                className={classNames(styles['cell'], align === 'end' && styles['end'], index === 0 && styles['first'], isSelectable && index === 0 && styles['afterSelect'])}>{footer}</div>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
