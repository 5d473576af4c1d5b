import { useQuery } from '@tanstack/react-query';
import { ExternalLink, KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { AlertDialog, Button, CodeText, EmptyState, ErrorState, LinkButton, PageHeader, showToast, SimpleTable, SkeletonLines, useShortcut } from '../../ui/index.js';
import { apiKeysOptions, useRevokeApiKey, type ApiKey } from './keys-queries.js';
import { NewKeyDialog } from './NewKeyDialog.js';
import styles from './Connect.module.css';

/** Keys, addresses and a first query for other programs. */
export function ApiPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isPending, error, refetch } = useQuery(apiKeysOptions);
  const { data: workspace } = useWorkspaceQuery();
  const [isCreating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const revoke = useRevokeApiKey();
  usePage({ title: t('shell.setupNav.api'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.api') }] });
  useShortcut({ keys: 'c', label: t('setup.keys.new'), section: t('shell.setup'), run: () => setCreating(true) });
  const first = workspace?.objects.find(({ platform }) => !platform);
  const query = first ? `{ ${first.plural}(first: 5) { nodes { id ${first.nameField} } totalCount } }` : '{ __typename }';
  const create = <Button variant="primary" icon={Plus} onPress={() => setCreating(true)}>{t('setup.keys.new')}</Button>;
  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.api')} description={t('setup.keys.description')} actions={create} />
      <section className={styles['section']} aria-labelledby="api-keys">
        <h2 id="api-keys" className={styles['title']}>{t('setup.keys.title')}</h2>
        {isPending && <SkeletonLines count={3} />}
        {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
        {data?.length === 0 && <EmptyState icon={KeyRound} title={t('setup.keys.none')} actions={<Button icon={Plus} onPress={() => setCreating(true)}>{t('setup.keys.new')}</Button>}>{t('setup.keys.noneBody')}</EmptyState>}
        {data && data.length > 0 && (
          <SimpleTable label={t('setup.keys.title')} rows={data} rowKey={({ id }) => id} columns={[
            { id: 'name', header: t('setup.keys.name'), render: ({ name }) => name },
            { id: 'created', header: t('setup.keys.created'), render: ({ createdAt }) => format.dateTime(createdAt) },
            { id: 'used', header: t('setup.keys.lastUsed'), render: ({ lastUsedAt }) => (lastUsedAt ? format.relative(lastUsedAt) : t('setup.keys.unused')) },
            { id: 'expires', header: t('setup.keys.expires'), render: ({ expiresAt }) => (expiresAt ? format.dateTime(expiresAt) : t('setup.keys.expiry.never')) },
            { id: 'revoke', header: '', align: 'end', render: (key) => <Button size="small" variant="quiet" onPress={() => setRevoking(key)}>{t('setup.keys.revoke')}</Button> },
          ]} />
        )}
      </section>
      <div className={styles['columns']}>
        <section className={styles['section']} aria-labelledby="api-records">
          <h2 id="api-records" className={styles['title']}>{t('setup.keys.records')}</h2>
          <p className={styles['words']}>{t('setup.keys.recordsBody')}</p>
          <CodeText isBlock isCopyable>{`${location.origin}/graphql`}</CodeText>
          <div><LinkButton size="small" icon={ExternalLink} isExternal href="/graphql">{t('setup.keys.open')}</LinkButton></div>
        </section>
        <section className={styles['section']} aria-labelledby="api-metadata">
          <h2 id="api-metadata" className={styles['title']}>{t('setup.keys.metadata')}</h2>
          <p className={styles['words']}>{t('setup.keys.metadataBody')}</p>
          <CodeText isBlock isCopyable>{`${location.origin}/metadata`}</CodeText>
        </section>
      </div>
      <section className={styles['section']} aria-labelledby="api-try">
        <h2 id="api-try" className={styles['title']}>{t('setup.keys.try')}</h2>
        <CodeText isBlock isCopyable>{`curl ${location.origin}/graphql \\\n  -H 'Authorization: Bearer <key>' \\\n  -H 'Content-Type: application/json' \\\n  -d '${JSON.stringify({ query })}'`}</CodeText>
      </section>
      <section className={styles['section']} aria-labelledby="api-cli">
        <h2 id="api-cli" className={styles['title']}>{t('setup.keys.cli')}</h2>
        <p className={styles['words']}>{t('setup.keys.cliBody')}</p>
        <CodeText isBlock isCopyable>npm run cli -- help</CodeText>
      </section>
      {isCreating && <NewKeyDialog onClose={() => setCreating(false)} />}
      <AlertDialog isOpen={revoking !== null} onOpenChange={() => setRevoking(null)} title={t('setup.keys.revokeTitle', { name: revoking?.name ?? '' })} confirmLabel={t('setup.keys.revoke')} isPending={revoke.isPending}
        onConfirm={() => { if (revoking) revoke.mutate(revoking.id, { onSuccess: () => { setRevoking(null); showToast({ message: t('setup.keys.revoked') }); }, onError: (failure) => showToast({ message: failure.message, tone: 'danger' }) }); }}>
        {t('setup.keys.revokeBody')}
      </AlertDialog>
    </PageBody>
  );
}
