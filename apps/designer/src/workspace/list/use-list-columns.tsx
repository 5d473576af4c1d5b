import { widgetOf } from '@guanxi/field-types/widgets';
import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useMemo } from 'react';
import { useSession } from '../../api/index.js';
import type { GridColumn } from '../../ui/index.js';
import { CellValue, valueIn } from '../records/FieldValue.js';
import { mayEdit } from '../records/record-rights.js';
import type { RecordRow } from '../records/record-row.js';
import { useDisplay } from '../records/use-display.js';
import { columnFields, columnWidths, nameColumnWidth } from './choose-columns.js';
import { ChoiceCell } from './ChoiceCell.js';
import styles from './ListPage.module.css';

/** The columns of a list, each drawn by its field's own widget. */
export function useListColumns(workspace: WorkspaceDescription, object: ObjectDescription, names: readonly string[]): readonly GridColumn<RecordRow>[] {
  const display = useDisplay();
  const { user } = useSession();
  const key = names.join();
  return useMemo(() => columnFields(object, key.split(',')).map((field, index): GridColumn<RecordRow> => {
    const { widget: { align } } = widgetOf(field);
    const isName = index === 0;
    return {
      id: field.name, header: field.label, width: isName ? nameColumnWidth : columnWidths[field.type],
      isSortable: field.sortable || workspace.objects.some(({ name }) => name === field.target),
      ...(align && !isName && { align }),
      render: (row) => {
        if (isName && valueIn(row, field) === null) return <span className={styles['nameless']}>—</span>;
        if (!isName && field.valueLabels && field.writable && mayEdit(object, row, user.id)) return <ChoiceCell object={object} field={field} row={row} display={display} />;
        return <CellValue field={field} row={row} display={display} />;
      },
    };
  }), [workspace, object, key, display, user.id]);
}
