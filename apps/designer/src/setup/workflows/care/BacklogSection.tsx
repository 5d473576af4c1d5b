import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Badge, SimpleTable, SkeletonLines, TextLink } from '../../../ui/index.js';
import { AutomationBanner } from './AutomationBanner.js';
import { automationOptions } from './care-queries.js';
import styles from './Care.module.css';

/** What automation has before it: how much waits, since when, and for which workflow. */
export function BacklogSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isPending } = useQuery(automationOptions);
  if (isPending) return <SkeletonLines count={3} />;
  if (!data) return null;
  const upTo = (count: number) => (count >= data.countedUpTo ? t('care.backlog.moreThan', { number: format.number(data.countedUpTo) }) : format.number(count));
  const since = (at: string | null) => (at ? t('care.backlog.oldest', { time: format.relative(at) }) : t('care.backlog.none'));
  return (
    <section className={styles['section']} aria-labelledby="automation-backlog">
      <h2 id="automation-backlog">{t('care.backlog.title')}</h2>
      <AutomationBanner />
      <dl className={styles['numbers']}>
        <div className={styles['number']}><dt>{t('care.backlog.events')}</dt><dd>{upTo(data.eventsWaiting)}</dd><dd className={styles['quiet']}>{since(data.oldestEventAt)}</dd></div>
        <div className={styles['number']}><dt>{t('care.backlog.ready')}</dt><dd>{upTo(data.readyRuns)}</dd><dd className={styles['quiet']}>{since(data.oldestReadyAt)}</dd></div>
        <div className={styles['number']}><dt>{t('care.parked.title')}</dt><dd>{upTo(data.parkedRuns)}</dd><dd className={styles['quiet']}>{data.parkedRuns === 0 ? t('care.backlog.none') : <TextLink href="/setup/workflows?tab=parked">{t('care.backlog.look')}</TextLink>}</dd></div>
      </dl>
      {data.workflows.length > 0 && (
        <SimpleTable label={t('care.backlog.byWorkflow')} rows={data.workflows} rowKey={({ workflow }) => workflow} columns={[
          { id: 'name', header: t('automation.workflow'), render: ({ workflow, title, paused }) => <><TextLink href={`/setup/workflows/${encodeURIComponent(workflow)}`} isPlain>{title}</TextLink> {paused && <Badge tone="warning" hasDot>{t('care.paused.badge')}</Badge>}</> },
          { id: 'kept', header: t('care.backlog.kept'), align: 'end', render: ({ changesKept }) => upTo(changesKept) },
          { id: 'ready', header: t('care.backlog.ready'), align: 'end', render: ({ readyRuns }) => upTo(readyRuns) },
          { id: 'oldest', header: t('care.backlog.oldestColumn'), align: 'end', render: ({ oldestReadyAt }) => (oldestReadyAt ? format.relative(oldestReadyAt) : '–') },
          { id: 'later', header: t('care.backlog.later'), align: 'end', render: ({ laterRuns }) => upTo(laterRuns) },
          { id: 'parked', header: t('care.parked.title'), align: 'end', render: ({ parkedRuns }) => upTo(parkedRuns) },
        ]} />
      )}
    </section>
  );
}
