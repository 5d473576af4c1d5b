import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Notice, RadioGroup } from '../../ui/index.js';
import { useRotateClient, type OauthClient } from './clients-queries.js';
import { SecretDialog } from './SecretDialog.js';
import styles from '../form/Form.module.css';

const overlaps = ['1', '24', '168', '720'] as const;

/** Another secret in the place of one, which goes on working for a while; then the new one is shown this one time. */
export function RotateClientDialog({ client, onClose }: { readonly client: OauthClient; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [hours, setHours] = useState('24');
  const { mutate, data: made, isPending, error } = useRotateClient();
  if (made) return <SecretDialog title={t('factors.clients.secretTitle')} body={t('factors.clients.secretBody', { id: client.id })} secret={made.secret} onClose={onClose} />;
  return (
    <Dialog isOpen onOpenChange={onClose} size="small" title={t('factors.clients.rotateTitle', { name: client.name })} description={t('factors.clients.rotateBody')}
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} onPress={() => mutate({ id: client.id, overlapHours: Number(hours) })}>{t('factors.clients.rotateNow')}</Button></>}>
      <div className={styles['stack']}>
        {error && <Notice tone="danger" isAnnounced>{error.message}</Notice>}
        <RadioGroup label={t('factors.clients.overlap')} value={hours} onChange={setHours} choices={[{ value: '0', label: t('factors.clients.atOnce') }, ...overlaps.map((value) => ({ value, label: t(`connect.keys.overlaps.${value}`) }))]} />
      </div>
    </Dialog>
  );
}
