import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronRight, History, RotateCcw, Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Badge, Button, CodeText, EmptyState, ErrorState, Notice, PlainButton, SegmentedControl, Sheet, showToast, SkeletonLines, type BadgeTone } from '../../ui/index.js';
import { ReplayDialog } from './ReplayDialog.js';
import { deliveriesOptions, useReplayDelivery, type Delivery, type Webhook } from './webhook-queries.js';
import styles from './Connect.module.css';

const tones: Readonly<Record<Delivery['status'], BadgeTone>> = { delivered: 'success', retrying: 'warning', failed: 'danger', note: 'neutral' };

interface DeliveriesSheetProps {
  readonly webhook: Webhook;
  readonly onTest: () => void;
  readonly isTesting: boolean;
  readonly onClose: () => void;
}

/** What was sent, what came back, and the way to send it again. */
export function DeliveriesSheet({ webhook, onTest, isTesting, onClose }: DeliveriesSheetProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState('all');
  const [isReplaying, setReplaying] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const { data, isPending, error, refetch } = useQuery(deliveriesOptions(webhook.id, shown === 'failed'));
  return (
    <Sheet isOpen size="large" onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={webhook.name} description={webhook.url}
      footer={<><Button icon={RotateCcw} onPress={() => setReplaying(true)}>{t('connect.deliveries.replaySince')}</Button><Button icon={Send} isPending={isTesting} onPress={onTest}>{t('connect.webhooks.test')}</Button></>}>
      <div className={styles['log']}>
        {webhook.pausedBecause !== null && <Notice tone="danger">{webhook.pausedBecause}</Notice>}
        <SegmentedControl label={t('connect.deliveries.show')} value={shown} onChange={setShown} segments={[{ value: 'all', label: t('connect.deliveries.all') }, { value: 'failed', label: t('connect.deliveries.failed') }]} />
        {isPending && <SkeletonLines count={5} />}
        {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
        {data?.length === 0 && <EmptyState icon={Send} title={t('connect.deliveries.none')}>{t(shown === 'failed' ? 'connect.deliveries.noneFailed' : 'connect.deliveries.noneBody')}</EmptyState>}
        {data && data.length > 0 && <ul className={styles['deliveries']}>{data.map((delivery) => delivery.status === 'note' ? <NoteRow key={delivery.id} note={delivery} /> : <DeliveryRow key={delivery.id} delivery={delivery} isOpen={openId === delivery.id} onToggle={() => setOpenId(openId === delivery.id ? null : delivery.id)} />)}</ul>}
      </div>
      {isReplaying && <ReplayDialog webhook={webhook} onClose={() => setReplaying(false)} />}
    </Sheet>
  );
}

function DeliveryRow({ delivery, isOpen, onToggle }: { readonly delivery: Delivery; readonly isOpen: boolean; readonly onToggle: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const replay = useReplayDelivery();
  const { id, type, status, attempts, body, responseStatus, responseBody, error, milliseconds, at, messageId } = delivery;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  const again = () => replay.mutate({ id }, {
    onSuccess: (sent) => showToast(sent.status === 'delivered' ? { message: t('connect.deliveries.taken'), tone: 'success' } : { message: t('connect.deliveries.refused', { why: sent.error ?? String(sent.responseStatus) }), tone: 'danger' }),
    onError: (failure) => showToast({ message: failure.message, tone: 'danger' }),
  });
  return (
    <li className={styles['delivery']}>
      <PlainButton className={styles['deliveryHead'] ?? ''} aria-expanded={isOpen} onPress={onToggle}>
        <Chevron size={15} aria-hidden className={styles['quiet']} />
        <Badge tone={tones[status]} hasDot>{t(`connect.deliveries.states.${status}`)}</Badge>
        <span className={styles['type']}>{type}</span>
        <span className={styles['quiet']}>{responseStatus ?? (error === null ? '' : '–')}</span>
        <span className={styles['when']} title={format.dateTime(at)}>{format.relative(at)}</span>
      </PlainButton>
      {isOpen && (
        <div className={styles['deliveryBody']}>
          <p className={styles['facts']}>{t('connect.deliveries.facts', { count: attempts, milliseconds: format.number(milliseconds) })} <CodeText isCopyable>{messageId}</CodeText></p>
          {error !== null && <Notice tone="danger">{error}</Notice>}
          <h3 className={styles['small']}>{t('connect.deliveries.sent')}</h3>
          <CodeText isBlock isCopyable>{indent(body)}</CodeText>
          {responseBody !== null && <><h3 className={styles['small']}>{t('connect.deliveries.answer', { status: responseStatus ?? '' })}</h3><CodeText isBlock>{responseBody === '' ? t('connect.deliveries.emptyAnswer') : indent(responseBody)}</CodeText></>}
          <div><Button size="small" icon={RotateCcw} isPending={replay.isPending} onPress={again}>{t('connect.deliveries.replay')}</Button></div>
        </div>
      )}
    </li>
  );
}

/** What happened to the webhook itself. */
function NoteRow({ note: { type, status, at } }: { readonly note: Delivery }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className={styles['delivery']}>
      <div className={styles['note']}>
        <History size={15} aria-hidden className={styles['quiet']} />
        <Badge tone={tones[status]}>{t(`connect.deliveries.states.${status}`)}</Badge>
        <span>{type === 'resumed' ? <><strong>{t('connect.deliveries.resumed')}</strong> {t('connect.deliveries.resumedBody')}</> : type}</span>
        <span className={styles['when']} title={format.dateTime(at)}>{format.relative(at)}</span>
      </div>
    </li>
  );
}

function indent(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
