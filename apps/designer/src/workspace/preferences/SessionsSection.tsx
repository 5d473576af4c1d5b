import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { deviceName } from '../../sign-in/factors/device-name.js';
import { AlertDialog, Badge, Button, ErrorState, showToast, SimpleTable, SkeletonLines } from '../../ui/index.js';
import { browserName } from './browser-name.js';
import { PreferenceSection } from './PreferenceSection.js';
import { endOtherSessions, endSession, sessionsOptions } from './security-queries.js';
import styles from './Preferences.module.css';

/** Where this person is signed in, and who has come in, or tried to, in their name. */
export function SessionsSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useQuery(sessionsOptions);
  const [isEnding, setEnding] = useState(false);
  const place = (userAgent: string | null) => (userAgent === null ? t('factors.sessions.unknown') : [browserName(userAgent), deviceName(userAgent)].filter((part) => part !== '').join(' · ') || t('factors.sessions.unknown'));
  const run = async (work: () => Promise<void>) => {
    try {
      await work();
      showToast({ message: t('factors.sessions.ended') });
    } catch (failure) {
      showToast({ message: failure instanceof Error ? failure.message : String(failure), tone: 'danger' });
    }
  };
  const others = data?.sessions.filter(({ current }) => !current) ?? [];
  return (
    <>
      <PreferenceSection title={t('factors.sessions.title')} description={t('factors.sessions.body')} actions={others.length > 0 && <Button onPress={() => setEnding(true)}>{t('factors.sessions.endOthers')}</Button>}>
        {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonLines count={3} />}
        {data && (
          <SimpleTable label={t('factors.sessions.title')} rows={data.sessions} rowKey={({ id }) => id} columns={[
            { id: 'place', header: t('factors.sessions.device'), render: ({ userAgent, address, current }) => <span className={styles['named']}><span>{place(userAgent)} {current && <Badge tone="success">{t('factors.sessions.this')}</Badge>}</span><span className={styles['quiet']}>{address}</span></span> },
            { id: 'since', header: t('factors.sessions.since'), render: ({ createdAt, method }) => <span title={format.dateTime(createdAt)}>{t(`factors.sessions.by.${method}`, { when: format.relative(createdAt) })}</span> },
            { id: 'seen', header: t('setup.keys.lastUsed'), render: ({ lastSeenAt }) => <span title={format.dateTime(lastSeenAt)}>{format.relative(lastSeenAt)}</span> },
            { id: 'end', header: '', align: 'end', render: ({ id, current }) => !current && <Button size="small" onPress={() => void run(() => endSession(id))}>{t('factors.sessions.end')}</Button> },
          ]} />
        )}
        <AlertDialog isOpen={isEnding} onOpenChange={setEnding} title={t('factors.sessions.endTitle')} confirmLabel={t('factors.sessions.endOthers')} onConfirm={() => { setEnding(false); void run(endOtherSessions); }}>
          {t('factors.sessions.endBody')}
        </AlertDialog>
      </PreferenceSection>
      {data && data.signIns.length > 0 && (
        <PreferenceSection title={t('factors.signIns.title')} description={t('factors.signIns.body')}>
          <SimpleTable label={t('factors.signIns.title')} rows={data.signIns} rowKey={({ id }) => id} columns={[
            { id: 'at', header: t('factors.signIns.at'), render: ({ at }) => <span title={format.relative(at)}>{format.dateTime(at)}</span> },
            { id: 'outcome', header: t('factors.signIns.outcome'), render: ({ outcome }) => <Badge tone={outcome === 'SIGNED_IN' ? 'success' : 'danger'}>{t(`factors.signIns.outcomes.${outcome}`)}</Badge> },
            { id: 'place', header: t('factors.sessions.device'), render: ({ userAgent, address }) => <span className={styles['named']}>{place(userAgent)}<span className={styles['quiet']}>{address}</span></span> },
          ]} />
        </PreferenceSection>
      )}
    </>
  );
}
