import { Trans, useTranslation } from 'react-i18next';
import { useSession, useWorkspaceQuery } from '../../api/index.js';
import { ObjectGlyph, TextLink } from '../../ui/index.js';
import { recordHref } from '../records/record-href.js';
import type { TimelineItem } from './timeline-item.js';
import styles from './Activity.module.css';

/** What colleagues and machines did around the record: a task, an e-mail, a run of a workflow. */
export function AroundEvent({ item: { record, mail, run }, name }: { readonly item: TimelineItem; readonly name: string }) {
  const { t } = useTranslation();
  const { setupAreas } = useSession();
  if (record) return <><Trans i18nKey="threads.task" values={{ name }} components={{ strong: <strong /> }} /> <LinkedRecord record={record} /></>;
  if (mail) {
    const title = mail.title ?? t('threads.someMail');
    return mail.to && mail.status === 'sent' ? t('threads.mailTo', { title, to: mail.to.name }) : t(`threads.mail.${isOf(mailStates, mail.status) ? mail.status : 'waiting'}`, { title });
  }
  if (!run) return null;
  const words = t(`threads.run.${isOf(runStates, run.status) ? run.status : 'done'}`, { title: run.title ?? t('threads.someWorkflow') });
  return setupAreas.includes('automation') ? <TextLink isPlain href={`/setup/runs/${run.id}`}>{words}</TextLink> : words;
}

function LinkedRecord({ record }: { readonly record: NonNullable<TimelineItem['record']> }) {
  const { data: workspace } = useWorkspaceQuery();
  const object = workspace?.objects.find(({ name }) => name === record.object);
  return <span className={styles['linked']}>{object && <ObjectGlyph icon={object.icon} hue={object.color} name={object.name} size="small" />}<TextLink href={recordHref(record.object, record.id)}>{record.name === '' ? (object?.label ?? record.object) : record.name}</TextLink></span>;
}

const mailStates = ['sent', 'waiting', 'parked', 'unsent'] as const;
const runStates = ['done', 'waiting', 'running', 'resting', 'failed', 'cancelled'] as const;

function isOf<Word extends string>(words: readonly Word[], word: string): word is Word {
  return (words as readonly string[]).includes(word);
}
