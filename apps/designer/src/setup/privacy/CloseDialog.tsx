import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Notice, TextArea } from '../../ui/index.js';
import { useCloseRequest, type PrivacyRequest } from './privacy-queries.js';
import styles from './Privacy.module.css';

export function CloseDialog({ request, isRefused, onClose }: { readonly request: PrivacyRequest; readonly isRefused: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useCloseRequest(request.id);
  const isReady = !isRefused || reason.trim() !== '';
  const submit = () => { if (isReady && !isPending) mutate(isRefused ? reason.trim() : null, { onSuccess: onClose }); };
  const label = isRefused ? t('privacy.refuse') : t('privacy.markDone');
  return (
    <Dialog isOpen onOpenChange={onClose} title={label} size="small" footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isDisabled={!isReady} isPending={isPending} onPress={submit}>{label}</Button></>}>
      <form className={styles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        {error && <Notice tone="danger" isAnnounced>{error.message}</Notice>}
        {isRefused ? <TextArea label={t('privacy.reason')} help={t('privacy.reasonHelp')} isRequired autoFocus value={reason} onChange={setReason} maxLength={2000} /> : <p className={styles['words']}>{t('privacy.doneBody')}</p>}
      </form>
    </Dialog>
  );
}
