import { useQuery } from '@tanstack/react-query';
import { Ellipsis, Plus, Webhook as WebhookIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { AlertDialog, Badge, Button, EmptyState, ErrorState, IconButton, Menu, PlainButton, showToast, SimpleTable, SkeletonLines } from '../../ui/index.js';
import { DeliveriesSheet } from './DeliveriesSheet.js';
import { SecretDialog } from './SecretDialog.js';
import { WebhookSheet } from './WebhookSheet.js';
import { useDeleteWebhook, useRotateSecret, useSendTest, useSetWebhookActive, webhooksOptions, type Webhook } from './webhook-queries.js';
import styles from './Connect.module.css';

interface WebhooksTabProps {
  readonly isCreating: boolean;
  readonly onCreate: (isCreating: boolean) => void;
}

/** Who is told of changes, whether it goes through, and what to do when it does not. */
export function WebhooksTab({ isCreating, onCreate }: WebhooksTabProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isPending, error, refetch } = useQuery(webhooksOptions);
  const { data: workspace } = useWorkspaceQuery();
  const [editing, setEditing] = useState<Webhook | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [removing, setRemoving] = useState<Webhook | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [setActive, rotate, remove, test] = [useSetWebhookActive(), useRotateSecret(), useDeleteWebhook(), useSendTest()];
  const open = data?.find(({ id }) => id === openId);
  const fail = (failure: Error) => showToast({ message: failure.message, tone: 'danger' });
  const labelOf = (name: string) => workspace?.objects.find((object) => object.name === name)?.pluralLabel ?? name;
  const sendTest = ({ id }: Webhook) => test.mutate({ id }, {
    onSuccess: ({ status, responseStatus, error: fault }) => showToast(status === 'delivered' ? { message: t('connect.webhooks.testTaken'), tone: 'success' } : { message: t('connect.webhooks.testRefused', { why: fault ?? String(responseStatus) }), tone: 'danger' }),
    onError: fail,
  });
  const create = <Button icon={Plus} onPress={() => onCreate(true)}>{t('connect.webhooks.new')}</Button>;
  return (
    <section className={styles['section']} aria-label={t('connect.webhooks.title')}>
      <p className={styles['words']}>{t('connect.webhooks.body')}</p>
      {isPending && <SkeletonLines count={3} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState icon={WebhookIcon} title={t('connect.webhooks.none')} actions={create}>{t('connect.webhooks.noneBody')}</EmptyState>}
      {data && data.length > 0 && (
        <SimpleTable label={t('connect.webhooks.title')} rows={data} rowKey={({ id }) => id} onOpenRow={({ id }) => setOpenId(id)} isRowMuted={({ active }) => !active} columns={[
          { id: 'name', header: t('connect.webhooks.name'), render: ({ id, name, url }) => <span className={styles['named']}><PlainButton className={styles['link'] ?? ''} onPress={() => setOpenId(id)}>{name}</PlainButton><span className={styles['address']} title={url}>{url}</span></span> },
          { id: 'tells', header: t('connect.webhooks.tells'), render: ({ subjects }) => <span className={styles['badges']}>{subjects.map(({ object }) => <Badge key={object}>{labelOf(object)}</Badge>)}</span> },
          { id: 'state', header: t('connect.webhooks.state'), render: (webhook) => <WebhookState webhook={webhook} /> },
          { id: 'last', header: t('connect.webhooks.last'), render: ({ lastDeliveryAt }) => (lastDeliveryAt ? <span title={format.dateTime(lastDeliveryAt)}>{format.relative(lastDeliveryAt)}</span> : '–') },
          { id: 'day', header: t('connect.webhooks.day'), align: 'end', render: ({ delivered, failed }) => <span className={styles['counts']}>{format.number(delivered)}{failed > 0 && <span className={styles['failed']}>{t('connect.webhooks.failedCount', { count: failed, number: format.number(failed) })}</span>}</span> },
          { id: 'actions', header: '', align: 'end', render: (webhook) => (
            <Menu label={t('connect.actionsOf', { name: webhook.name })} placement="bottom end" trigger={<IconButton icon={Ellipsis} label={t('connect.actionsOf', { name: webhook.name })} />} groups={[
              { id: 'look', items: [{ id: 'log', label: t('connect.webhooks.log'), onAction: () => setOpenId(webhook.id) }, { id: 'edit', label: t('connect.webhooks.edit'), onAction: () => setEditing(webhook) }, { id: 'test', label: t('connect.webhooks.test'), onAction: () => sendTest(webhook) }] },
              { id: 'work', items: [
                { id: 'rotate', label: t('connect.webhooks.rotate'), onAction: () => rotate.mutate({ id: webhook.id }, { onSuccess: setSecret, onError: fail }) },
                webhook.active && webhook.pausedBecause === null
                  ? { id: 'off', label: t('connect.webhooks.switchOff'), onAction: () => setActive.mutate({ id: webhook.id, active: false }, { onError: fail }) }
                  : { id: 'on', label: t('connect.webhooks.switchOn'), onAction: () => setActive.mutate({ id: webhook.id, active: true }, { onError: fail }) },
              ] },
              { id: 'end', items: [{ id: 'remove', label: t('connect.webhooks.remove'), tone: 'danger', onAction: () => setRemoving(webhook) }] },
            ]} />
          ) },
        ]} />
      )}
      {(isCreating || editing) && workspace && <WebhookSheet webhook={editing} workspace={workspace} onSecret={setSecret} onClose={() => { onCreate(false); setEditing(null); }} />}
      {open && <DeliveriesSheet webhook={open} onTest={() => sendTest(open)} isTesting={test.isPending} onClose={() => setOpenId(null)} />}
      {secret !== null && <SecretDialog title={t('connect.webhooks.secretTitle')} body={t('connect.webhooks.secretBody')} secret={secret} onClose={() => setSecret(null)} />}
      <AlertDialog isOpen={removing !== null} onOpenChange={() => setRemoving(null)} title={t('connect.webhooks.removeTitle', { name: removing?.name ?? '' })} confirmLabel={t('connect.webhooks.remove')} isPending={remove.isPending}
        onConfirm={() => { if (removing) remove.mutate({ id: removing.id }, { onSuccess: () => { setRemoving(null); showToast({ message: t('connect.webhooks.removed') }); }, onError: fail }); }}>
        {t('connect.webhooks.removeBody')}
      </AlertDialog>
    </section>
  );
}

function WebhookState({ webhook: { active, pausedBecause, attempts, nextAttemptAt } }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!active) return <Badge>{t('connect.webhooks.states.off')}</Badge>;
  if (pausedBecause !== null) return <span title={pausedBecause}><Badge tone="danger" hasDot>{t('connect.webhooks.states.paused')}</Badge></span>;
  if (attempts > 0) return <span title={nextAttemptAt === null ? undefined : t('connect.webhooks.nextAttempt', { when: format.relative(nextAttemptAt) })}><Badge tone="warning" hasDot>{t('connect.webhooks.states.retrying', { count: attempts })}</Badge></span>;
  return <Badge tone="success" hasDot>{t('connect.webhooks.states.on')}</Badge>;
}
