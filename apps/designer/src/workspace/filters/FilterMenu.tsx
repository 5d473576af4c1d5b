import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { ListFilter, SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Menu, type MenuAction } from '../../ui/index.js';
import { offeredPaths } from './filter-path.js';
import { startFilter, type Filter } from './filter.js';

interface FilterMenuProps {
  readonly workspace: Pick<WorkspaceDescription, 'objects'>;
  readonly object: ObjectDescription;
  readonly onAdd: (filter: Filter) => void;
  /** Opens the builder with groups. */
  readonly onAdvanced?: () => void;
}

/** Offers the fields to filter by: those of the object, and behind a step those of records around it. */
export function FilterMenu({ workspace, object, onAdd, onAdvanced }: FilterMenuProps) {
  const { t } = useTranslation();
  const paths = offeredPaths(workspace, object, 1);
  const itemOf = ({ path, label, field }: (typeof paths)[number]): readonly MenuAction[] => {
    const filter = startFilter(field);
    return filter ? [{ id: path, label, onAction: () => onAdd({ ...filter, field: path }) }] : [];
  };
  const own = paths.filter(({ through }) => through === undefined);
  const ways = [...new Set(paths.flatMap(({ through }) => through ?? []))];
  const groups = [
    { id: 'own', items: own.filter(({ field }) => !field.system).flatMap(itemOf) },
    { id: 'around', items: ways.map((way): MenuAction => ({ id: `through ${way}`, label: way, items: paths.filter(({ through, field }) => through === way && !field.system).flatMap(itemOf) })) },
    { id: 'system', items: own.filter(({ field }) => field.system).flatMap(itemOf) },
    ...(onAdvanced ? [{ id: 'advanced', items: [{ id: 'advanced', label: t('lists.filter.advanced'), icon: SlidersHorizontal, shortcut: 'f', onAction: onAdvanced }] }] : []),
  ];
  return (
    <Menu label={t('workspace.filters.add')} placement="bottom end" trigger={<Button variant="quiet" size="small" icon={ListFilter}>{t('ui.filter')}</Button>}
      groups={groups.filter((group) => group.items.length > 0)} />
  );
}
