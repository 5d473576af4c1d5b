import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Badge, Button, EmptyState, ErrorState, showToast, SimpleTable, SkeletonLines } from '../../ui/index.js';
import { DeviceName } from './DeviceName.js';
import { endSession, endSessions, sessionsOptions } from './session-queries.js';
import styles from './People.module.css';

/** Where somebody is signed in; without an id, one's own. */
export function SessionList({ userId }: { readonly userId?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(sessionsOptions(userId));
  const [pending, setPending] = useState<string | null>(null);
  const run = async (id: string, work: () => Promise<unknown>) => {
    setPending(id);
    try {
      await work();
      showToast({ message: t('identity.sessions.ended'), tone: 'success' });
    } catch (failure) {
      showToast({ message: failure instanceof Error ? failure.message : String(failure), tone: 'danger' });
    }
    await client.invalidateQueries({ queryKey: ['setup', 'sessions'] });
    setPending(null);
  };
  if (error && !data) return <ErrorState message={error.message} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonLines count={3} />;
  if (data.length === 0) return <EmptyState title={t('identity.sessions.none')} />;
  const hasCurrent = data.some(({ current }) => current);
  return (
    <div className={styles['list']}>
      <SimpleTable label={t('identity.user.sessions')} rows={data} rowKey={({ id }) => id} columns={[
        { id: 'device', header: t('identity.sessions.device'), render: ({ userAgent, current }) => <span className={styles['person']}><DeviceName userAgent={userAgent} />{current && <Badge tone="success">{t('identity.sessions.current')}</Badge>}</span> },
        { id: 'network', header: t('identity.sessions.network'), render: ({ address }) => address ?? '–' },
        { id: 'method', header: t('identity.sessions.method'), render: ({ method }) => t(`identity.sessions.methods.${method}`) },
        { id: 'since', header: t('identity.sessions.since'), render: ({ createdAt }) => <time dateTime={createdAt} title={format.dateTime(createdAt)}>{format.relative(createdAt)}</time> },
        { id: 'seen', header: t('identity.sessions.seen'), render: ({ lastSeenAt }) => <time dateTime={lastSeenAt} title={format.dateTime(lastSeenAt)}>{format.relative(lastSeenAt)}</time> },
        { id: 'end', header: '', align: 'end', render: ({ id, current }) => !current && <Button size="small" isPending={pending === id} onPress={() => void run(id, () => endSession(id, userId))}>{t('identity.sessions.end')}</Button> },
      ]} />
      {data.length > (hasCurrent ? 1 : 0) && <div><Button isPending={pending === 'all'} onPress={() => void run('all', () => endSessions(userId))}>{t(hasCurrent ? 'identity.sessions.endOthers' : 'identity.sessions.endAll')}</Button></div>}
    </div>
  );
}
