import { ListFilter } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Menu } from '../../ui/index.js';
import { timelineParts, type TimelinePart } from './timeline-item.js';

interface PartsMenuProps {
  /** Empty: everything. */
  readonly parts: readonly TimelinePart[];
  readonly onChange: (parts: readonly TimelinePart[]) => void;
}

/** What of the timeline is shown. */
export function PartsMenu({ parts, onChange }: PartsMenuProps) {
  const { t } = useTranslation();
  const [only] = parts;
  const label = only === undefined ? t('threads.all') : parts.length === 1 ? t(`threads.parts.${only}`) : t('threads.several', { count: parts.length });
  const toggle = (part: TimelinePart) => onChange(parts.includes(part) ? parts.filter((one) => one !== part) : timelineParts.filter((one) => one === part || parts.includes(one)));
  return (
    <Menu label={t('threads.filter')} placement="bottom end" trigger={<Button size="small" variant="quiet" icon={ListFilter} aria-label={`${t('threads.filter')}: ${label}`}>{label}</Button>} groups={[
      { id: 'all', items: [{ id: 'all', label: t('threads.all'), isChosen: parts.length === 0, onAction: () => onChange([]) }] },
      { id: 'parts', items: timelineParts.map((part) => ({ id: part, label: t(`threads.parts.${part}`), isChosen: parts.includes(part), onAction: () => toggle(part) })) },
    ]} />
  );
}
