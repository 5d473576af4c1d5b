import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../class-names.js';
import { Checkbox } from '../fields/Checkbox.js';
import type { DataGridProps } from './data-grid-types.js';
import { GridHeadCell } from './GridHeadCell.js';
import { selectColumnWidth } from './grid-layout.js';
import type { ActiveCell } from './use-grid-keyboard.js';
import styles from './DataGrid.module.css';

type GridHeadProps<Row> = DataGridProps<Row> & { readonly active: ActiveCell; readonly places: readonly (number | undefined)[] };

/** Where a column that is being dragged would go: before the one at this index. */
interface Drag { readonly from: number; readonly to: number }

export function GridHead<Row>(props: GridHeadProps<Row>) {
  const { columns, selection, onSelectionChange, rowCount, getRow, rowKey, groupAt, isEverySelected, active, places, onMoveColumn } = props;
  const { t } = useTranslation();
  const [drag, setDrag] = useState<Drag | null>(null);
  const toggleAll = () => {
    const loaded = Array.from({ length: rowCount }, (_, index) => (groupAt?.(index) ? undefined : getRow(index))).filter((row) => row !== undefined);
    onSelectionChange?.(selection && selection.size > 0 ? new Set() : new Set(loaded.map(rowKey)));
  };
  const isAll = isEverySelected === true || (selection !== undefined && selection.size > 0 && selection.size === rowCount);
  const fits = (from: number, to: number) => to > 0 && Boolean(columns[from]?.isPinned) === Boolean(columns[Math.min(to, columns.length - 1)]?.isPinned ?? columns[to - 1]?.isPinned);
  const dragProps = (index: number) => (onMoveColumn && index > 0 ? {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', columns[index]?.header ?? '');
      setDrag({ from: index, to: index });
    },
    onDragEnd: () => setDrag(null),
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!drag) return;
      const { left, width } = event.currentTarget.getBoundingClientRect();
      const to = event.clientX < left + width / 2 ? index : index + 1;
      if (!fits(drag.from, to)) return;
      event.preventDefault();
      if (to !== drag.to) setDrag({ ...drag, to });
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      const moved = drag && columns[drag.from];
      if (moved && drag.to !== drag.from && drag.to !== drag.from + 1) onMoveColumn(moved.id, columns[drag.to]?.id ?? null);
      setDrag(null);
    },
  } : {});
  return (
    <div role="rowgroup" className={styles['headGroup']}>
      <div role="row" aria-rowindex={1} className={styles['head']}>
        {selection && (
          <div role="columnheader" aria-colindex={1} className={styles['selectCell']} style={{ width: selectColumnWidth }}>
            <Checkbox aria-label={t('ui.grid.selectAll')} excludeFromTabOrder isSelected={isAll} isIndeterminate={!isAll && selection.size > 0} onChange={toggleAll} />
          </div>
        )}
        {columns.map((column, index) => (
          <GridHeadCell key={column.id} grid={props} column={column} index={index} place={places[index]} isActive={active.row === -1 && active.column === index}
            className={classNames(drag?.from === index && styles['dragged'], drag?.to === index && drag.from !== index && styles['dropBefore'], drag?.to === columns.length && index === columns.length - 1 && styles['dropAfter'])}
            dragProps={dragProps(index)} />
        ))}
      </div>
    </div>
  );
}
