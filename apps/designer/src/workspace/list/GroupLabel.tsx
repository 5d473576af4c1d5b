import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { FieldValue } from '../records/FieldValue.js';
import { useDisplay } from '../records/use-display.js';
import { dayAfter, firstDayOf, type Grouping, type RecordGroup } from './grouping.js';
import styles from './ListPage.module.css';

/** What the records of a group have in common, as people read it. */
export function GroupLabel({ grouping, group }: { readonly grouping: Grouping; readonly group: RecordGroup }) {
  const { t } = useTranslation();
  const format = useFormat();
  const display = useDisplay();
  const { field, unit } = grouping;
  if (group.key === null) return <span className={styles['nameless']}>{t('lists.group.blank', { name: field.label })}</span>;
  if (unit) return stretchName(firstDayOf(String(group.key), format.timeZone), unit, format.locale);
  return <FieldValue field={field} value={group.key} display={display} recordName={group.name} />;
}

/** The same for screen readers, in a word. */
export function groupName({ field }: Grouping, { key, name }: RecordGroup): string {
  return name ?? field.valueLabels?.[String(key)] ?? String(key ?? '—');
}

function stretchName(first: string, unit: NonNullable<Grouping['unit']>, locale: string): string {
  const day = new Date(`${first}T00:00:00Z`);
  const write = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  switch (unit) {
    case 'year': return write({ year: 'numeric' }).format(day);
    case 'quarter': return write({ year: 'numeric', month: 'short' }).formatRange(day, lastDay(first, unit));
    case 'month': return write({ year: 'numeric', month: 'long' }).format(day);
    case 'week': return write({ dateStyle: 'medium' }).formatRange(day, lastDay(first, unit));
    case 'day': return write({ dateStyle: 'full' }).format(day);
  }
}

function lastDay(first: string, unit: NonNullable<Grouping['unit']>): Date {
  return new Date(Date.parse(`${dayAfter(first, unit)}T00:00:00Z`) - 86_400_000);
}
