import { widgetOf } from '@guanxi/field-types/widgets';
import type { FieldDescription, ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, EyeOff, ListFilter, Pin, PinOff, Rows3, Sigma } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridColumn, MenuGroup } from '../../ui/index.js';
import { startFilter } from '../filters/filter.js';
import { CellValue, valueIn } from '../records/FieldValue.js';
import type { RecordRow } from '../records/record-row.js';
import { useDisplay } from '../records/use-display.js';
import { columnFields, columnWidths, nameColumnWidth } from './choose-columns.js';
import { isGroupable } from './grouping.js';
import { changeColumn, moveColumn, type ListColumn } from './list-column.js';
import type { ListActions } from './use-list-actions.js';
import { totalOf, totalsOf } from './total-kinds.js';
import styles from './ListPage.module.css';

/** The columns of a list, each drawn by its field's own widget, with all that can be done with it. */
export function useListColumns(workspace: WorkspaceDescription, object: ObjectDescription, columns: readonly ListColumn[], { arrange, setOrders, setGroup, addFilter }: ListActions): readonly GridColumn<RecordRow>[] {
  const { t } = useTranslation();
  const display = useDisplay();
  const key = JSON.stringify(columns);
  return useMemo(() => {
    const arranged = JSON.parse(key) as readonly ListColumn[];
    const change = (name: string, change: Parameters<typeof changeColumn>[2]) => arrange(changeColumn(arranged, name, change));
    const menuOf = (field: FieldDescription, column: ListColumn, index: number, isSortable: boolean): readonly MenuGroup[] => {
      const neighbour = (at: number) => (at > 0 && Boolean(arranged[at]?.isPinned) === Boolean(column.isPinned) ? arranged[at]?.name : undefined);
      const [left, right] = [neighbour(index - 1), neighbour(index + 1)];
      const filter = startFilter(field);
      const totals = totalsOf(field);
      const total = totalOf(field, column.total);
      return [
        { id: 'order', items: isSortable ? [
          { id: 'up', label: t('lists.column.ascending'), icon: ArrowUp, onAction: () => setOrders([{ field: field.name, direction: 'asc' }]) },
          { id: 'down', label: t('lists.column.descending'), icon: ArrowDown, onAction: () => setOrders([{ field: field.name, direction: 'desc' }]) },
        ] : [] },
        { id: 'use', items: [
          ...(filter ? [{ id: 'filter', label: t('lists.column.filter'), icon: ListFilter, onAction: () => addFilter(filter) }] : []),
          ...(isGroupable(field) ? [{ id: 'group', label: t('lists.column.group'), icon: Rows3, onAction: () => setGroup(field.name) }] : []),
          ...(totals.length > 0 && index > 0 ? [{ id: 'total', label: t('lists.column.total'), icon: Sigma, items: [
            { id: 'none', label: t('ui.none'), isChosen: total === undefined, onAction: () => change(field.name, { total: 'none' }) },
            ...totals.map((kind) => ({ id: kind, label: t(`lists.totals.${kind}`), isChosen: kind === total, onAction: () => change(field.name, { total: kind }) })),
          ] }] : []),
        ] },
        { id: 'place', items: index === 0 ? [] : [
          column.isPinned
            ? { id: 'unpin', label: t('lists.column.unpin'), icon: PinOff, onAction: () => change(field.name, { isPinned: undefined }) }
            : { id: 'pin', label: t('lists.column.pin'), icon: Pin, onAction: () => change(field.name, { isPinned: true }) },
          { id: 'left', label: t('lists.column.left'), icon: ArrowLeft, isDisabled: left === undefined, onAction: () => { if (left !== undefined) arrange(moveColumn(arranged, field.name, left)); } },
          { id: 'right', label: t('lists.column.right'), icon: ArrowRight, isDisabled: right === undefined, onAction: () => arrange(moveColumn(arranged, field.name, arranged[index + 2]?.name ?? null)) },
          { id: 'hide', label: t('lists.column.hide'), icon: EyeOff, onAction: () => arrange(arranged.filter(({ name }) => name !== field.name)) },
        ] },
      ].filter(({ items }) => items.length > 0);
    };
    return columnFields(object, arranged.map(({ name }) => name)).map((field, index): GridColumn<RecordRow> => {
      const { widget: { align } } = widgetOf(field);
      const isName = index === 0;
      const column = arranged.find(({ name }) => name === field.name) ?? { name: field.name };
      const isSortable = field.sortable || workspace.objects.some(({ name }) => name === field.target);
      return {
        id: field.name, header: field.label, width: column.width ?? (isName ? nameColumnWidth : columnWidths[field.type]), isSortable,
        ...(column.isPinned && { isPinned: true }), ...(align && !isName && { align }), menu: menuOf(field, column, index, isSortable),
        render: (row) => (isName && valueIn(row, field) === null ? <span className={styles['nameless']}>—</span> : <CellValue field={field} row={row} display={display} />),
      };
    });
  }, [workspace, object, key, display, t, arrange, setOrders, setGroup, addFilter]);
}
