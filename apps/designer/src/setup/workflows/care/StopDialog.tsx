import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertDialog, showToast, TextField } from '../../../ui/index.js';
import { usePauseAutomation } from './care-queries.js';

/** Stops everything that happens by itself, at once. */
export function StopDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const { mutate, isPending } = usePauseAutomation();
  const stop = () => mutate(reason, {
    onSuccess: () => { showToast({ message: t('care.stop.done') }); onClose(); },
    onError: (error) => showToast({ message: error.message, tone: 'danger' }),
  });
  return (
    <AlertDialog isOpen onOpenChange={onClose} title={t('care.stop.title')} confirmLabel={t('care.stop.action')} isPending={isPending} onConfirm={stop}>
      <p>{t('care.stop.body')}</p>
      <TextField label={t('care.stop.reason')} value={reason} onChange={setReason} help={t('care.stop.reasonHelp')} />
    </AlertDialog>
  );
}
