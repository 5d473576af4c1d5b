import { memo, type CSSProperties, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../class-names.js';
import { Skeleton } from '../feedback/Skeleton.js';
import { hasModKey } from '../keyboard/key-names.js';
import type { AfterEdit, CellFault, ColumnSpan, DataGridProps } from './data-grid-types.js';
import { FaultSign } from './FaultSign.js';
import { columnStyle, selectColumnWidth } from './grid-layout.js';
import { RowCheck } from './RowCheck.js';
import styles from './DataGrid.module.css';

export interface GridRowProps<Row> {
  readonly grid: DataGridProps<Row>;
  readonly row: Row | undefined;
  readonly index: number;
  readonly style: CSSProperties;
  readonly places: readonly (number | undefined)[];
  readonly activeColumn: number | null;
  /** Columns of this row that are chosen, as many as the key or the pointer has gone over. */
  readonly span: ColumnSpan | null;
  readonly editedColumn: number | null;
  readonly typed: string | null;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  readonly isFresh: boolean;
  readonly faults: Readonly<Record<string, CellFault>> | undefined;
  readonly isMissing: boolean;
  readonly onToggle: (index: number, isRange: boolean) => void;
  readonly onActivate: (row: number, column: number, isExtending: boolean) => void;
  readonly onEdit: (cell: { readonly row: number; readonly column: number }, typed: string | null) => void;
  readonly onEndEdit: (then: AfterEdit | 'cancel') => void;
}

function DrawGridRow<Row>(props: GridRowProps<Row>) {
  const { grid, row, index, style, places, activeColumn, span, editedColumn, isSelected, isOpen, isFresh, isMissing, onToggle, onActivate, onEdit } = props;
  const { t } = useTranslation();
  const { columns, selection, rowName, onOpenRow, cells } = grid;
  const open = (event: MouseEvent, columnIndex: number) => {
    if (row === undefined || isOnControl(event.target) || event.shiftKey || (cells && columnIndex > 0)) return;
    onOpenRow?.(row, { inNewTab: hasModKey(event) });
  };
  return (
    <div role="row" aria-rowindex={index + 2} aria-selected={selection ? isSelected : undefined} style={style}
      className={classNames(styles['row'], isSelected && styles['selected'], isOpen && styles['open'], isFresh && styles['fresh'], editedColumn !== null && styles['editing'], onOpenRow && styles['opens'])}>
      {selection && (
        <div role="gridcell" aria-colindex={1} className={styles['selectCell']} style={{ width: selectColumnWidth }} onClick={(event) => onToggle(index, event.shiftKey)}>
          {row !== undefined && <span className={styles['selectBox']}><RowCheck label={t('ui.grid.selectRow', { name: rowName(row) })} isSelected={isSelected} /></span>}
        </div>
      )}
      {columns.map((column, columnIndex) => {
        const locked = cells && row !== undefined ? cells.lockedReason(row, column.id) : undefined;
        const fault = props.faults?.[column.id];
        const isChosen = span !== null && columnIndex >= span.from && columnIndex <= span.to;
        return (
          <div key={column.id} role={columnIndex === 0 ? 'rowheader' : 'gridcell'} aria-colindex={columnIndex + (selection ? 2 : 1)} data-cell={`${index}:${columnIndex}`}
            tabIndex={activeColumn === columnIndex ? 0 : -1} style={columnStyle(columnIndex, places[columnIndex])}
            {...(cells && { 'aria-readonly': locked !== undefined })} {...(fault && { 'aria-invalid': true })} {...(span && columnIndex > 0 && { 'aria-selected': isChosen })}
            // In the way down: links and buttons of a cell keep the press to themselves.
            onMouseDownCapture={(event) => {
              if (event.button !== 0 || editedColumn === columnIndex) return;
              // Shift would select the words in between.
              if (event.shiftKey) event.preventDefault();
              onActivate(index, columnIndex, event.shiftKey);
            }}
            onMouseEnter={(event) => { if (cells && event.buttons === 1 && editedColumn === null && columnIndex > 0) onActivate(index, columnIndex, true); }}
            onClick={(event) => open(event, columnIndex)}
            onDoubleClick={(event) => { if (!isOnControl(event.target) && (columnIndex > 0 || !onOpenRow)) onEdit({ row: index, column: columnIndex }, null); }}
            className={classNames(styles['cell'], column.align === 'end' && styles['end'], places[columnIndex] !== undefined && styles['pinned'], columnIndex === 0 && styles['first'], selection && columnIndex === 0 && styles['afterSelect'],
              isChosen && styles['chosen'], fault && styles['faulty'], editedColumn === columnIndex && styles['edited'], cells && locked !== undefined && styles['locked'])}>
            {row === undefined ? <MissingCell grid={grid} index={index} columnIndex={columnIndex} isMissing={isMissing} /> : (
              <>
                <span className={styles['content']}>{column.render(row)}</span>
                {fault && <FaultSign fault={fault} label={column.header} />}
                {editedColumn === columnIndex && cells && (
                  <div data-editor className={styles['editor']}>
                    <cells.Editor row={row} columnId={column.id} typed={props.typed} onCancel={() => props.onEndEdit('cancel')}
                      onCommit={(value, then) => { cells.onCommit(row, column.id, value); props.onEndEdit(then); }} />
                  </div>
                )}
              </>
            )}
          </div>
        );
      })}
    </div>
  );
}

function MissingCell<Row>({ grid, index, columnIndex, isMissing }: { readonly grid: DataGridProps<Row>; readonly index: number; readonly columnIndex: number; readonly isMissing: boolean }) {
  const { t } = useTranslation();
  if (!isMissing || !grid.missing) return <Skeleton width={`${40 + ((index * 17 + columnIndex * 29) % 45)}%`} height="10px" />;
  if (columnIndex > 0) return null;
  return <span className={styles['missing']}>{t('ui.grid.missingRow')} <button type="button" tabIndex={-1} className={styles['retry']} title={grid.missing.message} onClick={grid.missing.onRetry}>{t('ui.retry')}</button></span>;
}

/** Rows are drawn again only when something of theirs has changed; scrolling must not redraw all that stay in sight. */
export const GridRow = memo(DrawGridRow, (before, after) => before.row === after.row && before.index === after.index && before.activeColumn === after.activeColumn
  && before.isSelected === after.isSelected && before.isOpen === after.isOpen && before.isFresh === after.isFresh && before.faults === after.faults && before.isMissing === after.isMissing
  && before.editedColumn === after.editedColumn && before.typed === after.typed && before.places === after.places && before.onEndEdit === after.onEndEdit
  && before.span?.from === after.span?.from && before.span?.to === after.span?.to && before.style.transform === after.style.transform && before.style.height === after.style.height
  && before.grid.columns === after.grid.columns && before.grid.cells === after.grid.cells && before.grid.onOpenRow === after.grid.onOpenRow && before.onToggle === after.onToggle) as typeof DrawGridRow;

function isOnControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, textarea, label, [data-editor]') !== null;
}
