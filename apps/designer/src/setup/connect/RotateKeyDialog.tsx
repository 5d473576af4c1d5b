import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Notice, RadioGroup } from '../../ui/index.js';
import { useRotateApiKey, type ApiKey } from './keys-queries.js';
import { SecretDialog } from './SecretDialog.js';
import styles from '../form/Form.module.css';

const overlaps = ['0', '1', '24', '168', '720'] as const;

/** Another key in the place of one, which goes on working for a while; then the new one is shown this one time. */
export function RotateKeyDialog({ apiKey, onClose }: { readonly apiKey: ApiKey; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [hours, setHours] = useState('24');
  const { mutate, data: key, isPending, error } = useRotateApiKey();
  if (key !== undefined) return <SecretDialog title={t('setup.keys.onceTitle')} body={t('setup.keys.onceBody')} secret={key} onClose={onClose} />;
  return (
    <Dialog isOpen onOpenChange={onClose} size="small" title={t('connect.keys.rotateTitle', { name: apiKey.name })} description={t('connect.keys.rotateBody')}
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} onPress={() => mutate({ id: apiKey.id, overlapHours: Number(hours) })}>{t('connect.keys.rotateNow')}</Button></>}>
      <div className={styles['stack']}>
        {error && <Notice tone="danger" isAnnounced>{error.message}</Notice>}
        <RadioGroup label={t('connect.keys.overlap')} value={hours} onChange={setHours} choices={overlaps.map((value) => ({ value, label: t(`connect.keys.overlaps.${value}`) }))} />
      </div>
    </Dialog>
  );
}
