import { useEffect, useMemo, useRef, type CSSProperties } from 'react';
import { classNames } from '../class-names.js';
import { usePreferences, type Density } from '../preferences/preferences.js';
import { GridGroupRow } from './GridGroupRow.js';
import { GridHead } from './GridHead.js';
import { GridPager } from './GridPager.js';
import { GridRow } from './GridRow.js';
import type { DataGridProps } from './data-grid-types.js';
import { columnStyle, pinnedPlaces, selectColumnWidth, widthVariable } from './grid-layout.js';
import { useGridKeyboard } from './use-grid-keyboard.js';
import { rowsPerPage, useGridWindow } from './use-grid-window.js';
import styles from './DataGrid.module.css';

const rowHeights: Readonly<Record<Density, number>> = { compact: 32, default: 36, comfortable: 44 };

/**
 * The list of records: any number of rows, of which only those in sight or of one page are in the document. One tab stop; arrows,
 * Home, End, Page Up and Down, J and K move, with Shift they choose cells; Enter and F2 edit, Enter on the name and O
 * open; Space and X choose rows.
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, columns, rowCount, getRow, rowKey, groupAt, selection, isEverySelected, onVisibleRange, openRowKey, emptyState, isRefetching, cells, freshRows, missing } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = rowHeights[usePreferences().density];
  // The row that has the focus, or an editor, stays in the document wherever people scroll to.
  const kept = useRef(0);
  const { places: rowPlaces, height, first, last, scrollToRow, pages } = useGridWindow({ rowCount, rowHeight, scroller, kept });
  useEffect(() => { if (rowCount > 0) onVisibleRange?.(Math.max(0, first - 8), Math.min(rowCount - 1, last + 8)); }, [first, last, rowCount, onVisibleRange]);

  const keyboard = useGridKeyboard({ ...props, scroller, scrollToRow, pageSize: Math.max(1, last - first - 2) });
  useEffect(() => { kept.current = keyboard.active.row; });
  const isSelectable = selection !== undefined;
  const width = columns.reduce((sum, column) => sum + column.width, isSelectable ? selectColumnWidth : 0);
  const places = useMemo(() => pinnedPlaces(columns, isSelectable), [columns, isSelectable]);
  const widths = useMemo(() => Object.fromEntries(columns.map((column, index) => [widthVariable(index), `${column.width}px`])), [columns]);
  const hasFooter = columns.some(({ footer }) => footer !== undefined);
  const { active, range, edited } = keyboard;

  const table = (
    <div ref={scroller} className={styles['scroller']}>
      <div role="grid" aria-label={label} aria-rowcount={rowCount + 1} aria-colcount={columns.length + (isSelectable ? 1 : 0)}
        aria-multiselectable={isSelectable || undefined} aria-busy={isRefetching || undefined}
        className={classNames(styles['grid'], isRefetching && styles['refetching'], cells && styles['editable'])} style={{ minWidth: width, ...widths } as CSSProperties} {...keyboard.gridProps}>
        <GridHead {...props} active={active} places={places} />
        {rowCount === 0 ? <div className={styles['empty']}>{emptyState}</div> : (
          <div role="rowgroup" className={styles['body']} style={{ height }}>
            {rowPlaces.map(({ index, start }) => {
              const style: CSSProperties = { transform: `translateY(${start}px)`, height: rowHeight };
              const activeColumn = active.row === index ? active.column : null;
              const group = groupAt?.(index);
              if (group) return <GridGroupRow key={`group-${group.key}`} grid={props} group={group} index={index} style={style} places={places} activeColumn={activeColumn} onActivate={keyboard.activate} />;
              const row = getRow(index);
              const key = row === undefined ? undefined : rowKey(row);
              const isInRange = range !== null && index >= range.fromRow && index <= range.toRow;
              return (
                <GridRow key={key ?? `loading-${index}`} grid={props} row={row} index={index} style={style} places={places} activeColumn={activeColumn}
                  span={isInRange ? { from: range.fromColumn, to: range.toColumn } : null}
                  editedColumn={edited?.row === index ? edited.column : null} typed={edited?.row === index ? edited.typed : null}
                  isSelected={key !== undefined && (isEverySelected === true || selection?.has(key) === true)} isOpen={key !== undefined && key === openRowKey}
                  isFresh={key !== undefined && freshRows?.has(key) === true} faults={key === undefined ? undefined : cells?.faultsOf(key)} isMissing={missing !== undefined}
                  onToggle={keyboard.toggleRow} onActivate={keyboard.activate} onEdit={keyboard.edit} onEndEdit={keyboard.endEdit} />
              );
            })}
          </div>
        )}
        {hasFooter && rowCount > 0 && (
          <div role="row" className={styles['foot']}>
            {isSelectable && <div role="gridcell" className={styles['selectCell']} style={{ width: selectColumnWidth }} />}
            {columns.map(({ id, align, footer }, index) => (
              <div key={id} role="gridcell" style={columnStyle(index, places[index])}
                className={classNames(styles['cell'], align === 'end' && styles['end'], places[index] !== undefined && styles['pinned'], index === 0 && styles['first'], isSelectable && index === 0 && styles['afterSelect'])}>{footer}</div>
            ))}
          </div>
        )}
      </div>
    </div>
  );
  if (!pages || pages.count === 1) return table;
  // The keys go on from the first row of the page.
  const openPage = (page: number) => {
    pages.open(page);
    keyboard.activate(page * rowsPerPage, active.column, false);
  };
  return (
    <div className={styles['paged']}>
      {table}
      <GridPager {...pages} open={openPage} label={label} first={first} last={last} rowCount={rowCount} />
    </div>
  );
}
