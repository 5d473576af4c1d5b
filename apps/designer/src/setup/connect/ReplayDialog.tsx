import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Notice, RadioGroup, showToast } from '../../ui/index.js';
import { useReplayWebhook, type Webhook } from './webhook-queries.js';
import styles from '../form/Form.module.css';

const HOUR = 3_600_000;
const stretches = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR, month: 30 * 24 * HOUR } as const;

/** From when on everything is sent again. */
export function ReplayDialog({ webhook, onClose }: { readonly webhook: Webhook; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [stretch, setStretch] = useState<keyof typeof stretches>('hour');
  const { mutate, isPending, error } = useReplayWebhook();
  const submit = () => mutate({ id: webhook.id, since: new Date(Date.now() - stretches[stretch]).toISOString() }, { onSuccess: () => { showToast({ message: t('connect.deliveries.replaying') }); onClose(); } });
  return (
    <Dialog isOpen onOpenChange={onClose} size="small" title={t('connect.deliveries.replaySince')} description={t('connect.deliveries.replayBody')}
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} onPress={submit}>{t('connect.deliveries.replayAll')}</Button></>}>
      <div className={styles['stack']}>
        {error && <Notice tone="danger" isAnnounced>{error.message}</Notice>}
        <RadioGroup label={t('connect.deliveries.since')} value={stretch} onChange={(next) => setStretch(next as keyof typeof stretches)} choices={(Object.keys(stretches) as (keyof typeof stretches)[]).map((value) => ({ value, label: t(`connect.deliveries.stretches.${value}`) }))} />
      </div>
    </Dialog>
  );
}
