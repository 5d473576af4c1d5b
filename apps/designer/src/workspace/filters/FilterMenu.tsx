import type { ObjectDescription } from '@guanxi/metadata';
import { ListFilter } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Menu } from '../../ui/index.js';
import { startFilter, wordsFor, type Filter } from './filter.js';

/** Offers the fields of an object to filter by. */
export function FilterMenu({ object, onAdd }: { readonly object: ObjectDescription; readonly onAdd: (filter: Filter) => void }) {
  const { t } = useTranslation();
  const fields = object.fields.filter((field) => field.name !== 'id' && field.name !== 'version' && wordsFor(field).length > 0);
  const items = (system: boolean) => fields.filter((field) => field.system === system).flatMap((field) => {
    const filter = startFilter(field);
    return filter ? [{ id: field.name, label: field.label, onAction: () => onAdd(filter) }] : [];
  });
  return (
    <Menu label={t('workspace.filters.add')} placement="bottom end" trigger={<Button variant="quiet" size="small" icon={ListFilter}>{t('ui.filter')}</Button>}
      groups={[{ id: 'own', items: items(false) }, { id: 'system', items: items(true) }].filter((group) => group.items.length > 0)} />
  );
}
