import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { DataGrid, type GridGroup, type GridSort } from '../../ui/index.js';
import { useGridCells } from '../cells/use-grid-cells.js';
import { recordName } from '../records/record-name.js';
import type { RecordRow } from '../records/record-row.js';
import { columnFields } from './choose-columns.js';
import { GroupLabel, groupName } from './GroupLabel.js';
import { changeColumn, moveColumn } from './list-column.js';
import type { ListPlan } from './list-question.js';
import type { ListSelection } from './selection.js';
import { TotalCell } from './TotalCell.js';
import { totalIn } from './totals-query.js';
import type { ListActions } from './use-list-actions.js';
import { useListColumns } from './use-list-columns.js';
import type { ListRows } from './use-list-rows.js';

interface ListGridProps {
  readonly workspace: WorkspaceDescription;
  readonly object: ObjectDescription;
  readonly plan: ListPlan;
  readonly rows: ListRows;
  readonly actions: ListActions;
  readonly selection: ListSelection;
  readonly onSelectionChange: (selection: ListSelection) => void;
  readonly openId: string | null;
  readonly onOpenRow: (row: RecordRow, how: { readonly inNewTab: boolean }) => void;
}

/** The table of a list: its cells edited where they stand, its columns arranged at their heads. */
export function ListGrid({ workspace, object, plan, rows, actions, selection, onSelectionChange, openId, onOpenRow }: ListGridProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { columns, orders, grouping } = plan;
  const { total, wanted, totals, grouped, isLoading } = rows;
  const drawn = useListColumns(workspace, object, columns, actions);
  const shownNames = drawn.map(({ id }) => id).join();
  const fields = useMemo(() => columnFields(object, shownNames.split(',')), [object, shownNames]);
  const cells = useGridCells({ workspace, object, fields, getRow: rows.getRow });

  const counted = useMemo(() => drawn.map((column, index) => {
    if (index === 0) return total === null ? column : { ...column, footer: t('workspace.list.count', { count: total, shown: format.number(total) }) };
    const own = wanted.find(({ field }) => field.name === column.id);
    return own ? { ...column, footer: <TotalCell wanted={own} value={totalIn(totals, own)} /> } : column;
  }), [drawn, total, wanted, totals, t, format]);
  const groupAt = useMemo(() => {
    if (!grouped || !grouping) return undefined;
    return (index: number): GridGroup | undefined => {
      const place = grouped.placeAt(index);
      const group = place && grouped.groups[place.sectionIndex];
      if (!place || !group || place.row >= 0) return undefined;
      return {
        key: place.section.key, label: <GroupLabel grouping={grouping} group={group} />, name: groupName(grouping, group), count: format.number(group.count), isOpen: place.section.isOpen, onToggle: () => grouped.toggle(place.section.key),
        cells: Object.fromEntries(wanted.filter(({ kind }) => kind === 'sum').map((own) => [own.field.name, <TotalCell key={own.field.name} wanted={own} value={group.sums[own.field.name]} />])),
      };
    };
  }, [grouped, grouping, wanted, format]);

  const sortBy = useCallback(({ columnId, direction }: GridSort) => actions.setOrders([{ field: columnId, direction: direction === 'descending' ? 'desc' : 'asc' }]), [actions]);
  const [first] = orders;
  const sort: GridSort | null = first ? { columnId: first.field.split('.')[0] ?? '', direction: first.direction === 'desc' ? 'descending' : 'ascending' } : null;
  const rowName = useCallback((row: RecordRow) => recordName(object, row), [object]);
  // Whoever reads records may put them on a list of their own.
  const isSelectable = object.canEdit || object.canDelete || !object.platform;
  return (
    <DataGrid label={plan.view?.title ?? object.pluralLabel} columns={counted} rowCount={isLoading ? 12 : rows.rowCount} getRow={rows.getRow} rowKey={rowKey} rowName={rowName} {...(groupAt && { groupAt })}
      onVisibleRange={rows.show} sort={sort} onSortChange={sortBy} onOpenRow={onOpenRow} openRowKey={openId} isRefetching={rows.isRefetching} freshRows={rows.fresh} cells={cells}
      onActiveRow={(row) => { if (openId !== null && row.id !== openId) actions.peek(row.id); }}
      missing={rows.error && !isLoading ? { message: rows.error.message, onRetry: rows.refresh } : undefined}
      onResizeColumn={(name, width) => actions.arrange(changeColumn(columns, name, { width }))} onMoveColumn={(name, before) => actions.arrange(moveColumn(columns, name, before))}
      {...(isSelectable && { selection: selection.ids, isEverySelected: selection.isEvery, onSelectionChange: (ids: ReadonlySet<string>) => onSelectionChange({ ids, isEvery: false }) })} />
  );
}

function rowKey({ id }: RecordRow): string {
  return id;
}
