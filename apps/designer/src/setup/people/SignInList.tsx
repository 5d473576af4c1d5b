import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Badge, EmptyState, ErrorState, SimpleTable, SkeletonLines } from '../../ui/index.js';
import { DeviceName } from './DeviceName.js';
import { signInsOptions } from './session-queries.js';
import styles from './People.module.css';

/** When somebody signed in, and when somebody tried to in their name; without an id, one's own. */
export function SignInList({ userId }: { readonly userId?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useQuery(signInsOptions(userId));
  if (error && !data) return <ErrorState message={error.message} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonLines count={3} />;
  if (data.length === 0) return <EmptyState title={t('identity.history.none')} />;
  return (
    <div className={styles['list']}>
      <p className={styles['quiet']}>{t('identity.history.kept')}</p>
      <SimpleTable label={t('identity.user.signIns')} rows={data} rowKey={({ id }) => id} columns={[
        { id: 'when', header: t('identity.history.when'), render: ({ at }) => <time dateTime={at} title={format.relative(at)}>{format.dateTime(at)}</time> },
        { id: 'outcome', header: t('identity.history.outcome'), render: ({ outcome }) => <Badge tone={outcome === 'SIGNED_IN' ? 'success' : 'warning'} hasDot>{t(`identity.history.outcomes.${outcome}`)}</Badge> },
        { id: 'method', header: t('identity.sessions.method'), render: ({ method }) => t(`identity.sessions.methods.${method}`, { defaultValue: method }) },
        { id: 'device', header: t('identity.sessions.device'), render: ({ userAgent }) => <DeviceName userAgent={userAgent} /> },
        { id: 'network', header: t('identity.sessions.network'), render: ({ address }) => address ?? '–' },
      ]} />
    </div>
  );
}
