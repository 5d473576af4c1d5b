import { useQuery } from '@tanstack/react-query';
import { LogIn, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, Button, EmptyState, ErrorState, PlainButton, SimpleTable, SkeletonLines } from '../../ui/index.js';
import { ProviderSheet } from './ProviderSheet.js';
import { providersOptions, type Provider } from './security-queries.js';
import styles from './Security.module.css';

/** The identity providers that people can sign in by. */
export function ProvidersTab() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Provider | 'new' | null>(null);
  const { data, isPending, error, refetch } = useQuery(providersOptions);
  if (isPending) return <SkeletonLines count={4} />;
  if (!data) return <ErrorState message={error?.message ?? ''} onRetry={() => void refetch()} />;
  const { identityProviders: providers, redirectAddress } = data;
  const add = <Button variant="primary" icon={Plus} onPress={() => setOpen('new')}>{t('security.providers.add')}</Button>;
  return (
    <section className={styles['section']} aria-label={t('security.tabs.providers')}>
      {providers.length === 0
        ? <EmptyState icon={LogIn} title={t('security.providers.none')} actions={add}>{t('security.providers.noneBody')}</EmptyState>
        : <>
            <div className={styles['head']}><p className={styles['words']}>{t('security.providers.body')}</p>{add}</div>
            <SimpleTable label={t('security.tabs.providers')} rows={providers} rowKey={({ id }) => id} onOpenRow={setOpen} isRowMuted={({ active }) => !active} columns={[
              { id: 'name', header: t('security.providers.name'), render: (provider) => <span className={styles['named']}><PlainButton className={styles['link'] ?? ''} onPress={() => setOpen(provider)}>{provider.name}</PlainButton><span className={styles['quiet']}>{provider.issuer}</span></span> },
              { id: 'domains', header: t('security.providers.domains'), render: ({ domains }) => <span className={styles['badges']}>{domains.map((domain) => <Badge key={domain}>{domain}</Badge>)}</span> },
              { id: 'people', header: t('security.providers.people'), align: 'end', width: '90px', render: ({ people }) => people },
              { id: 'state', header: t('security.providers.state'), width: '120px', render: ({ active }) => <Badge tone={active ? 'success' : 'neutral'} hasDot>{t(active ? 'security.providers.on' : 'security.providers.off')}</Badge> },
            ]} />
          </>}
      {open !== null && <ProviderSheet provider={open === 'new' ? null : open} redirectAddress={redirectAddress} onClose={() => setOpen(null)} />}
    </section>
  );
}
