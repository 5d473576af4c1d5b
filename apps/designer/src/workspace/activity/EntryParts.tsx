import { ListChecks, Mail, Workflow, Zap } from 'lucide-react';
import { useFormat } from '../../format/index.js';
import { Avatar } from '../../ui/index.js';
import type { TimelineItem } from './timeline-item.js';
import styles from './Activity.module.css';

export function When({ at }: { readonly at: string }) {
  const format = useFormat();
  return <time className={styles['when']} dateTime={at} title={format.dateTime(at)}>{format.relative(at)}</time>;
}

/** Whose it is: a person, or what acted by itself. */
export function EntrySign({ item, name }: { readonly item: Pick<TimelineItem, 'by' | 'source' | 'kind'>; readonly name: string }) {
  const Icon = item.kind === 'mail' ? Mail : item.source === 'workflow' ? Workflow : item.by ? undefined : item.kind === 'task' ? ListChecks : Zap;
  return <span className={styles['sign']}>{Icon ? <span className={styles['machine']}><Icon size={13} aria-hidden /></span> : <Avatar name={name} />}</span>;
}
