import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Notice, TextArea, showToast } from '../../ui/index.js';
import { usePlaceHold } from './hold-queries.js';
import styles from './Privacy.module.css';

/** Why a record has to be kept. */
export function HoldDialog({ object, recordId, name, onClose }: { readonly object: string; readonly recordId: string; readonly name: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = usePlaceHold(object, recordId);
  const isReady = reason.trim() !== '';
  const submit = () => { if (isReady && !isPending) mutate(reason.trim(), { onSuccess: () => { showToast({ message: t('privacy.hold.placed'), tone: 'success' }); onClose(); } }); };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('privacy.hold.title', { name })} size="small"
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isDisabled={!isReady} isPending={isPending} onPress={submit}>{t('privacy.hold.placed')}</Button></>}>
      <form className={styles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        {error && <Notice tone="danger" isAnnounced>{error.message}</Notice>}
        <p className={styles['words']}>{t('privacy.hold.body')}</p>
        <TextArea label={t('privacy.hold.reason')} help={t('privacy.hold.reasonHelp')} isRequired autoFocus value={reason} onChange={setReason} maxLength={2000} />
      </form>
    </Dialog>
  );
}
