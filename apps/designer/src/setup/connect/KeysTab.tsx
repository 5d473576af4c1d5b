import { useQuery } from '@tanstack/react-query';
import { Ellipsis, KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { AlertDialog, Badge, Button, EmptyState, ErrorState, IconButton, Menu, showToast, SimpleTable, SkeletonLines } from '../../ui/index.js';
import { permissionSetsOptions } from '../people/people-queries.js';
import { apiKeysOptions, useEndPreviousKey, useRevokeApiKey, type ApiKey } from './keys-queries.js';
import { Expiry, isOver, LastUse } from './KeyTimes.js';
import { RotateKeyDialog } from './RotateKeyDialog.js';
import styles from './Connect.module.css';

/** The person's own keys: what each may do, when it was last used, and how it ends. */
export function KeysTab({ onCreate }: { readonly onCreate: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isPending, error, refetch } = useQuery(apiKeysOptions);
  const { data: sets = [] } = useQuery(permissionSetsOptions);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const [rotating, setRotating] = useState<ApiKey | null>(null);
  const [ending, setEnding] = useState<ApiKey | null>(null);
  const revoke = useRevokeApiKey();
  const endPrevious = useEndPreviousKey();
  const fail = (failure: Error) => showToast({ message: failure.message, tone: 'danger' });
  const titleOf = (name: string) => sets.find((set) => set.name === name)?.title ?? name;
  return (
    <section className={styles['section']} aria-label={t('setup.keys.title')}>
      {isPending && <SkeletonLines count={3} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState icon={KeyRound} title={t('setup.keys.none')} actions={<Button icon={Plus} onPress={onCreate}>{t('setup.keys.new')}</Button>}>{t('setup.keys.noneBody')}</EmptyState>}
      {data && data.length > 0 && (
        <SimpleTable label={t('setup.keys.title')} rows={data} rowKey={({ id }) => id} isRowMuted={({ expiresAt }) => isOver(expiresAt)} columns={[
          { id: 'name', header: t('setup.keys.name'), render: ({ name, previousUntil }) => <span className={styles['named']}>{name}{previousUntil !== null && <span className={styles['under']} title={format.dateTime(previousUntil)}>{t('connect.keys.previous', { when: format.dateTime(previousUntil) })}</span>}</span> },
          { id: 'rights', header: t('connect.keys.rights'), render: ({ permissionSets }) => permissionSets === null ? <span className={styles['quiet']}>{t('connect.keys.allRights')}</span> : <span className={styles['badges']}>{permissionSets.map((name) => <Badge key={name}>{titleOf(name)}</Badge>)}</span> },
          { id: 'created', header: t('setup.keys.created'), render: ({ createdAt }) => <span title={format.dateTime(createdAt)}>{format.relative(createdAt)}</span> },
          { id: 'used', header: t('setup.keys.lastUsed'), render: (key) => <LastUse use={key} /> },
          { id: 'expires', header: t('setup.keys.expires'), render: ({ expiresAt }) => <Expiry at={expiresAt} /> },
          { id: 'actions', header: '', align: 'end', render: (key) => (
            <Menu label={t('connect.actionsOf', { name: key.name })} placement="bottom end" trigger={<IconButton icon={Ellipsis} label={t('connect.actionsOf', { name: key.name })} />} groups={[
              { id: 'work', items: [{ id: 'rotate', label: t('connect.keys.rotate'), onAction: () => setRotating(key) }, ...(key.previousUntil === null ? [] : [{ id: 'endPrevious', label: `${t('connect.keys.endPrevious')}…`, onAction: () => setEnding(key) }])] },
              { id: 'end', items: [{ id: 'revoke', label: t('setup.keys.revoke'), tone: 'danger', onAction: () => setRevoking(key) }] },
            ]} />
          ) },
        ]} />
      )}
      {rotating && <RotateKeyDialog apiKey={rotating} onClose={() => setRotating(null)} />}
      <AlertDialog isOpen={ending !== null} onOpenChange={() => setEnding(null)} title={t('connect.keys.endPreviousTitle', { name: ending?.name ?? '' })} confirmLabel={t('connect.keys.endPrevious')} isPending={endPrevious.isPending}
        onConfirm={() => { if (ending) endPrevious.mutate(ending.id, { onSuccess: () => { setEnding(null); showToast({ message: t('connect.keys.ended') }); }, onError: fail }); }}>
        {t('connect.keys.endPreviousBody')}
      </AlertDialog>
      <AlertDialog isOpen={revoking !== null} onOpenChange={() => setRevoking(null)} title={t('setup.keys.revokeTitle', { name: revoking?.name ?? '' })} confirmLabel={t('setup.keys.revoke')} isPending={revoke.isPending}
        onConfirm={() => { if (revoking) revoke.mutate(revoking.id, { onSuccess: () => { setRevoking(null); showToast({ message: t('setup.keys.revoked') }); }, onError: fail }); }}>
        {t('setup.keys.revokeBody')}
      </AlertDialog>
    </section>
  );
}
