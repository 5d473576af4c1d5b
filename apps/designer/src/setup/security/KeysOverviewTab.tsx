import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Badge, EmptyState, ErrorState, SimpleTable, SkeletonLines } from '../../ui/index.js';
import { permissionSetsOptions } from '../people/people-queries.js';
import { keysInUseOptions } from './security-queries.js';
import styles from './Security.module.css';

/** The API keys of everybody: whose they are, what they may do, when they were used and when they end. */
export function KeysOverviewTab() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isPending, error, refetch } = useQuery(keysInUseOptions);
  const { data: sets = [] } = useQuery(permissionSetsOptions);
  const titleOf = (name: string) => sets.find((one) => one.name === name)?.title ?? name;
  if (isPending) return <SkeletonLines count={4} />;
  if (!data) return <ErrorState message={error?.message ?? ''} onRetry={() => void refetch()} />;
  if (data.length === 0) return <EmptyState icon={KeyRound} title={t('security.keys.none')}>{t('security.keys.noneBody')}</EmptyState>;
  return (
    <section className={styles['section']} aria-label={t('security.tabs.keys')}>
      <p className={styles['words']}>{t('security.keys.body')}</p>
      <SimpleTable label={t('security.tabs.keys')} rows={data} rowKey={({ id }) => id} columns={[
        { id: 'name', header: t('security.keys.name'), render: ({ name, ownerName }) => <span className={styles['named']}><span>{name}</span><span className={styles['quiet']}>{ownerName}</span></span> },
        { id: 'rights', header: t('security.keys.rights'), render: ({ permissionSets }) => (permissionSets === null ? <Badge tone="warning">{t('security.keys.allRights')}</Badge> : <span className={styles['badges']}>{permissionSets.map((name) => <Badge key={name}>{titleOf(name)}</Badge>)}</span>) },
        { id: 'used', header: t('security.keys.lastUsed'), render: ({ lastUsedAt }) => (lastUsedAt === null ? t('security.keys.never') : <span title={format.dateTime(lastUsedAt)}>{format.relative(lastUsedAt)}</span>) },
        { id: 'expires', header: t('security.keys.expires'), render: ({ expiresAt }) => (expiresAt === null ? t('security.keys.noEnd') : <Badge tone={Date.parse(expiresAt) < Date.now() ? 'danger' : 'neutral'}>{format.date(expiresAt.slice(0, 10))}</Badge>) },
      ]} />
    </section>
  );
}
