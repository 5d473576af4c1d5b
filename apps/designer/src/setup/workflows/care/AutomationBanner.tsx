import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Button, Notice } from '../../../ui/index.js';
import { automationOptions, useResumeAutomation } from './care-queries.js';
import { GoOnDialog } from './GoOnDialog.js';
import styles from './Care.module.css';

/** Says that somebody has stopped all automation, and lets it go on. Nothing where it goes on. */
export function AutomationBanner() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(automationOptions);
  const { mutate, isPending } = useResumeAutomation();
  const [isAsking, setAsking] = useState(false);
  if (!data?.paused) return null;
  const count = data.eventsWaiting + data.readyRuns;
  return (
    <div className={styles['banner']}>
      <Notice tone="warning" title={t('care.stopped.title')} isAnnounced actions={<Button size="small" onPress={() => setAsking(true)}>{t('care.goOn.action')}</Button>}>
        <p>
          {t(data.pausedBy ? 'care.stopped.by' : 'care.stopped.since', { name: data.pausedBy?.name ?? '', time: data.pausedAt ? format.dateTime(data.pausedAt) : '' })}
          {data.reason && ` ${t('care.stopped.reason', { reason: data.reason })}`} {t('care.stopped.waiting', { count, number: format.number(count) })}
        </p>
      </Notice>
      {isAsking && <GoOnDialog title={t('care.goOn.titleAll')} doHelp={t('care.goOn.doAll')} skipHelp={t('care.goOn.skipAll')} isPending={isPending} onClose={() => setAsking(false)}
        onGoOn={(skip, done) => mutate(skip, done)} />}
    </div>
  );
}
