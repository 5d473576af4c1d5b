import { widgetOf } from '@guanxi/field-types/widgets';
import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { Unlink } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DataGrid, IconButton, usePreferences, type Density, type GridColumn } from '../../ui/index.js';
import { useGridCells } from '../cells/use-grid-cells.js';
import { columnWidths } from '../list/choose-columns.js';
import { CellValue } from '../records/FieldValue.js';
import { recordName } from '../records/record-name.js';
import type { RecordRow } from '../records/record-row.js';
import { useDisplay } from '../records/use-display.js';
import type { RelatedRows } from './use-related-rows.js';
import styles from './RecordPage.module.css';

interface RelatedGridProps {
  readonly label: string;
  readonly workspace: WorkspaceDescription;
  readonly object: ObjectDescription;
  readonly rows: RelatedRows;
  readonly onOpen: (row: RecordRow) => void;
  readonly onUnlink?: (row: RecordRow) => void;
}

const mostRows = 6;
const heights: Readonly<Record<Density, number>> = { compact: 32, default: 36, comfortable: 44 };

/** A small list with the keys and the editing of a large one. */
export function RelatedGrid({ label, workspace, object, rows, onOpen, onUnlink }: RelatedGridProps) {
  const { t } = useTranslation();
  const display = useDisplay();
  const { density } = usePreferences();
  const { fields, order, rowCount, getRow, show, sortBy, fresh } = rows;
  const cells = useGridCells({ workspace, object, fields, getRow });
  const mayUnlink = onUnlink !== undefined;
  const columns = useMemo(() => fields.map((field, index): GridColumn<RecordRow> => {
    const { widget: { align } } = widgetOf(field);
    return {
      id: field.name, header: field.label, width: index === 0 ? 190 : columnWidths[field.type], isSortable: field.sortable || workspace.objects.some(({ name }) => name === field.target), ...(align && index > 0 && { align }),
      render: (row) => (index > 0 ? <CellValue field={field} row={row} display={display} /> : (
        <span className={styles['relatedName']}>
          <span className={styles['relatedWords']}>{recordName(object, row)}</span>
          {mayUnlink && <span className={styles['unlink']}><IconButton size="small" icon={Unlink} label={t('lists.related.unlink', { name: recordName(object, row) })} onPress={() => onUnlink?.(row)} /></span>}
        </span>
      )),
    };
  }), [fields, workspace, object, display, t, mayUnlink, onUnlink]);
  const rowName = useCallback((row: RecordRow) => recordName(object, row), [object]);
  return (
    <div className={styles['relatedGrid']} style={{ height: 33 + Math.min(rowCount, mostRows) * heights[density] }}>
      <DataGrid label={label} columns={columns} rowCount={rowCount} getRow={getRow} rowKey={rowKey} rowName={rowName} cells={cells} onVisibleRange={show} freshRows={fresh} onOpenRow={onOpen}
        sort={{ columnId: order.field, direction: order.direction === 'desc' ? 'descending' : 'ascending' }} onSortChange={({ columnId, direction }) => sortBy({ field: columnId, direction: direction === 'descending' ? 'desc' : 'asc' })} />
    </div>
  );
}

function rowKey({ id }: RecordRow): string {
  return id;
}
