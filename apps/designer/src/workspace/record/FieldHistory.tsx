import type { JsonValue } from '@guanxi/field-types';
import type { FieldDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Diff, IconButton, Popover, SkeletonLines } from '../../ui/index.js';
import { fetchTimeline, type TimelineChange, type TimelineItem } from '../activity/timeline-item.js';
import { FieldValue } from '../records/FieldValue.js';
import { timelineKey } from '../records/save-record.js';
import { useDisplay } from '../records/use-display.js';
import styles from './FieldHistory.module.css';

interface FieldHistoryProps {
  readonly object: string;
  readonly recordId: string;
  readonly field: FieldDescription;
}

const mostPages = 4;

/** What a field was before, who changed it and when; read when it is asked for. */
export function FieldHistory(props: FieldHistoryProps) {
  const { t } = useTranslation();
  const label = t('lists.history.of', { field: props.field.label });
  return (
    <Popover label={label} placement="bottom end" trigger={<IconButton size="small" icon={History} label={label} />}>
      <Changes {...props} />
    </Popover>
  );
}

function Changes({ object, recordId, field }: FieldHistoryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error } = useQuery({ queryKey: [...timelineKey(object, recordId), 'field', field.name], queryFn: ({ signal }) => readChanges(object, recordId, field.name, signal) });
  if (error) return <p role="alert" className={styles['note']}>{error.message}</p>;
  if (!data) return <div className={styles['note']}><SkeletonLines count={3} /></div>;
  if (data.length === 0) return <p className={styles['note']}>{t('lists.history.none')}</p>;
  return (
    <ol className={styles['changes']}>
      {data.map(({ item, change }) => (
        <li key={item.id}>
          <Change field={field} change={change} />
          <p className={styles['who']}>{item.by?.name ?? t('workspace.activity.platform')} · <time dateTime={item.at} title={format.dateTime(item.at)}>{format.relative(item.at)}</time></p>
        </li>
      ))}
    </ol>
  );
}

function Change({ field, change: { from, to, fromName, toName } }: { readonly field: FieldDescription; readonly change: TimelineChange }) {
  const display = useDisplay();
  const draw = (value: JsonValue, name: string | undefined) => (value === null ? null : (field.valueLabels?.[String(value)] ?? <FieldValue field={field} value={value} display={display} recordName={name} />));
  return <Diff before={draw(from, fromName)} after={draw(to, toName)} />;
}

interface FoundChange { readonly item: TimelineItem; readonly change: TimelineChange }

async function readChanges(object: string, recordId: string, field: string, signal: AbortSignal): Promise<readonly FoundChange[]> {
  const found: FoundChange[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const { items, next } = await fetchTimeline({ object, recordId, after: after, parts: ['CHANGES'] }, signal);
    found.push(...items.flatMap((item) => (item.changes ?? []).filter((change) => change.field === field).map((change) => ({ item, change }))));
    after = next;
    if (after === null) break;
  }
  return found;
}
