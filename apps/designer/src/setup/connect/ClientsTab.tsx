import { useQuery } from '@tanstack/react-query';
import { Bot, Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { AlertDialog, Badge, Button, CodeText, EmptyState, ErrorState, IconButton, Menu, showToast, SimpleTable, SkeletonLines } from '../../ui/index.js';
import { permissionSetsOptions } from '../people/people-queries.js';
import { standingsOptions } from '../people/place/place-queries.js';
import { oauthClientsOptions, useEndPreviousSecret, useRemoveClient, type OauthClient } from './clients-queries.js';
import { Expiry, isOver, LastUse } from './KeyTimes.js';
import { PlaceClientDialog } from './PlaceClientDialog.js';
import { RotateClientDialog } from './RotateClientDialog.js';
import styles from './Connect.module.css';

/** Programs that come in their own name: what each may do, when it last came, and how it ends. */
export function ClientsTab({ onCreate }: { readonly onCreate: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isPending, error, refetch } = useQuery(oauthClientsOptions);
  const { data: sets = [] } = useQuery(permissionSetsOptions);
  const { data: standings } = useQuery(standingsOptions);
  const [placing, setPlacing] = useState<OauthClient | null>(null);
  const [rotating, setRotating] = useState<OauthClient | null>(null);
  const [removing, setRemoving] = useState<OauthClient | null>(null);
  const endPrevious = useEndPreviousSecret();
  const remove = useRemoveClient();
  const fail = (failure: Error) => showToast({ message: failure.message, tone: 'danger' });
  const titleOf = (name: string) => sets.find((set) => set.name === name)?.title ?? name;
  const placeOf = ({ role, teams }: OauthClient) => [
    ...(role === null ? [] : [standings?.roles.find(({ name }) => name === role)?.title ?? role]),
    ...teams.map((team) => standings?.teams.find(({ name }) => name === team)?.title ?? team),
  ].join(' · ');
  const end = (id: string) => endPrevious.mutate(id, { onSuccess: () => showToast({ message: t('connect.keys.ended') }), onError: fail });
  return (
    <section className={styles['section']} aria-label={t('factors.clients.title')}>
      <p className={styles['words']}>{t('factors.clients.body')}</p>
      {isPending && <SkeletonLines count={3} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState icon={Bot} title={t('factors.clients.none')} actions={<Button icon={Plus} onPress={onCreate}>{t('factors.clients.new')}</Button>}>{t('factors.clients.noneBody')}</EmptyState>}
      {data && data.length > 0 && (
        <>
          <SimpleTable label={t('factors.clients.title')} rows={data} rowKey={({ id }) => id} isRowMuted={({ expiresAt }) => isOver(expiresAt)} columns={[
            { id: 'name', header: t('factors.clients.name'), render: ({ name, previousUntil }) => <span className={styles['named']}>{name}{previousUntil !== null && <span className={styles['under']} title={format.dateTime(previousUntil)}>{t('factors.clients.previous', { when: format.dateTime(previousUntil) })}</span>}</span> },
            { id: 'id', header: t('factors.clients.id'), render: ({ id }) => <CodeText isCopyable>{id}</CodeText> },
            { id: 'place', header: t('factors.clients.place'), render: (client) => placeOf(client) || '–' },
            { id: 'rights', header: t('factors.clients.rights'), render: ({ permissionSets }) => <span className={styles['badges']}>{permissionSets.map((name) => <Badge key={name}>{titleOf(name)}</Badge>)}</span> },
            { id: 'used', header: t('setup.keys.lastUsed'), render: (client) => <LastUse use={client} /> },
            { id: 'expires', header: t('setup.keys.expires'), render: ({ expiresAt }) => <Expiry at={expiresAt} /> },
            { id: 'actions', header: '', align: 'end', render: (client) => (
              <Menu label={t('connect.actionsOf', { name: client.name })} placement="bottom end" trigger={<IconButton icon={Ellipsis} label={t('connect.actionsOf', { name: client.name })} />} groups={[
                { id: 'work', items: [{ id: 'place', label: t('factors.clients.changePlace'), onAction: () => setPlacing(client) }, { id: 'rotate', label: t('factors.clients.rotate'), onAction: () => setRotating(client) }, ...(client.previousUntil === null ? [] : [{ id: 'endPrevious', label: t('connect.keys.endPrevious'), onAction: () => end(client.id) }])] },
                { id: 'end', items: [{ id: 'remove', label: t('factors.clients.remove'), tone: 'danger', onAction: () => setRemoving(client) }] },
              ]} />
            ) },
          ]} />
          <p className={styles['words']}>{t('factors.clients.tokens', { address: `${window.location.origin}/oauth/token` })}</p>
          <CodeText isBlock isCopyable>{`curl -s ${window.location.origin}/oauth/token -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials`}</CodeText>
        </>
      )}
      {placing && <PlaceClientDialog client={placing} onClose={() => setPlacing(null)} />}
      {rotating && <RotateClientDialog client={rotating} onClose={() => setRotating(null)} />}
      <AlertDialog isOpen={removing !== null} onOpenChange={() => setRemoving(null)} title={t('factors.clients.removeTitle', { name: removing?.name ?? '' })} confirmLabel={t('factors.remove')} isPending={remove.isPending}
        onConfirm={() => { if (removing) remove.mutate(removing.id, { onSuccess: () => { setRemoving(null); showToast({ message: t('factors.clients.removed') }); }, onError: fail }); }}>
        {t('factors.clients.removeBody')}
      </AlertDialog>
    </section>
  );
}
