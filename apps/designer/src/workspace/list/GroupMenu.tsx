import type { ObjectDescription } from '@guanxi/metadata';
import { Rows3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Menu } from '../../ui/index.js';
import { groupUnits, isCalendar, isGroupable, type Grouping } from './grouping.js';

interface GroupMenuProps {
  readonly object: ObjectDescription;
  readonly grouping: Grouping | null;
  readonly onChange: (group: string) => void;
}

/** What the list is grouped by: a choice, a record, a stretch of the calendar. */
export function GroupMenu({ object, grouping, onChange }: GroupMenuProps) {
  const { t } = useTranslation();
  const fields = object.fields.filter((field) => field.name !== object.nameField && isGroupable(field));
  const isBy = (name: string, unit?: string) => grouping?.field.name === name && grouping.unit === unit;
  const items = (system: boolean) => fields.filter((field) => field.system === system).map((field) => (isCalendar(field)
    ? { id: field.name, label: field.label, isChosen: grouping?.field === field, items: groupUnits.map((unit) => ({ id: unit, label: t(`lists.group.units.${unit}`), isChosen: isBy(field.name, unit), onAction: () => onChange(`${field.name}:${unit}`) })) }
    : { id: field.name, label: field.label, isChosen: isBy(field.name), onAction: () => onChange(field.name) }));
  return (
    <Menu label={t('lists.group.by')} placement="bottom end" trigger={<Button variant="quiet" size="small" icon={Rows3}>{grouping ? t('lists.group.chosen', { name: grouping.field.label }) : t('lists.group.title')}</Button>}
      groups={[
        ...(grouping ? [{ id: 'none', items: [{ id: 'none', label: t('lists.group.none'), onAction: () => onChange('') }] }] : []),
        { id: 'own', items: items(false) }, { id: 'system', items: items(true) },
      ].filter((group) => group.items.length > 0)} />
  );
}
