import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, EyeOff } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataGrid, type GridColumn, type GridSort, type MenuGroup } from '../../../ui/index.js';
import type { UserRow } from '../people-queries.js';
import type { KeptColumns } from './kept-columns.js';
import { useUserCells } from './use-user-cells.js';
import { userColumnNames, type UserColumnName } from './user-list.js';

interface UserGridProps {
  readonly users: readonly UserRow[];
  readonly columns: KeptColumns;
  readonly onArrange: (columns: KeptColumns) => void;
  readonly sort: GridSort;
  readonly onSortChange: (sort: GridSort) => void;
  readonly selection: ReadonlySet<string>;
  readonly onSelectionChange: (selection: ReadonlySet<string>) => void;
  readonly onOpen: (user: UserRow, inNewTab: boolean) => void;
  readonly groupsFor: (user: UserRow) => readonly MenuGroup[];
  readonly emptyState: ReactNode;
}

const widths: Readonly<Record<UserColumnName, number>> = { name: 230, email: 230, status: 120, sets: 210, role: 160, kind: 110, language: 120, seen: 130 };
const isUserColumn = (id: string): id is UserColumnName => userColumnNames.some((name) => name === id);

/** Everybody of the org in the same table that records have. */
export function UserGrid({ users, columns, onArrange, sort, onSortChange, selection, onSelectionChange, onOpen, groupsFor, emptyState }: UserGridProps) {
  const { t } = useTranslation();
  const { headers, draw, drawMenu } = useUserCells(groupsFor);
  const { names } = columns;
  const move = (name: UserColumnName, before: string | null) => {
    const others = names.filter((one) => one !== name);
    const at = before === null ? others.length : others.findIndex((one) => one === before);
    onArrange({ ...columns, names: at < 0 ? [...others, name] : [...others.slice(0, at), name, ...others.slice(at)] });
  };
  const menuOf = (name: UserColumnName, index: number): readonly MenuGroup[] => [
    { id: 'sort', items: [
      { id: 'up', label: t('lists.column.ascending'), icon: ArrowUp, onAction: () => onSortChange({ columnId: name, direction: 'ascending' }) },
      { id: 'down', label: t('lists.column.descending'), icon: ArrowDown, onAction: () => onSortChange({ columnId: name, direction: 'descending' }) },
    ] },
    ...(index === 0 ? [] : [{ id: 'place', items: [
      { id: 'left', label: t('lists.column.left'), icon: ArrowLeft, isDisabled: index === 1, onAction: () => move(name, names[index - 1] ?? null) },
      { id: 'right', label: t('lists.column.right'), icon: ArrowRight, isDisabled: index === names.length - 1, onAction: () => move(name, names[index + 2] ?? null) },
      { id: 'hide', label: t('lists.column.hide'), icon: EyeOff, onAction: () => onArrange({ ...columns, names: names.filter((one) => one !== name) }) },
    ] }]),
  ];
  const drawn: readonly GridColumn<UserRow>[] = [
    ...names.map((name, index): GridColumn<UserRow> => ({
      id: name, header: headers[name], width: columns.widths[name] ?? widths[name], isSortable: true, menu: menuOf(name, index), render: draw[name],
      ...(index === 0 && { footer: t('identity.users.selected', { count: users.length }) }),
    })),
    { id: 'more', header: '', width: 56, render: drawMenu },
  ];
  const rows = useMemo(() => [...users], [users]);
  return (
    <DataGrid label={t('shell.setupNav.users')} columns={drawn} rowCount={rows.length} getRow={(index) => rows[index]} rowKey={({ id }) => id} rowName={({ name }) => name} sort={sort} onSortChange={onSortChange}
      selection={selection} onSelectionChange={onSelectionChange} onOpenRow={(user, { inNewTab }) => onOpen(user, inNewTab)} emptyState={emptyState}
      onResizeColumn={(id, width) => { if (isUserColumn(id)) onArrange({ ...columns, widths: { ...columns.widths, [id]: width } }); }}
      onMoveColumn={(id, before) => { if (isUserColumn(id)) move(id, before); }} />
  );
}
