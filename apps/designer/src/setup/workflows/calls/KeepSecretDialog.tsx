import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../api/index.js';
import { Button, Dialog, FormGrid, FormCell, showToast, TextField } from '../../../ui/index.js';
import { useKeepCallSecret, type KeptSecret } from './call-queries.js';

interface KeepSecretDialogProps {
  readonly workflow: string;
  /** What is known already: to give it a new value, the address and the header of one that is kept. */
  readonly known: Partial<KeptSecret>;
  readonly onClose: () => void;
}

/** Takes the value of a secret header for one address. */
export function KeepSecretDialog({ workflow, known, onClose }: KeepSecretDialogProps) {
  const { t } = useTranslation();
  const [origin, setOrigin] = useState(known.origin ?? '');
  const [header, setHeader] = useState(known.header ?? '');
  const [value, setValue] = useState('');
  const { mutate, isPending, error } = useKeepCallSecret(workflow);
  const wrong = (path: string) => (error instanceof ApiError ? (error.problems.find((problem) => problem.path === path)?.message ?? null) : null);
  const isWhole = origin.trim() !== '' && header.trim() !== '' && value.trim() !== '';
  const save = () => mutate({ origin, header: header.trim(), value }, {
    onSuccess: () => { showToast({ message: t('calls.secrets.done') }); onClose(); },
    onError: (failure) => { if (!(failure instanceof ApiError) || failure.problems.length === 0) showToast({ message: failure.message, tone: 'danger' }); },
  });
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('calls.secrets.addTitle')} size="small"
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isDisabled={!isWhole} isPending={isPending} onPress={save}>{t('ui.save')}</Button></>}>
      <FormGrid columns={1}>
        <FormCell isWide><TextField label={t('calls.secrets.address')} help={t('calls.secrets.addressHelp')} type="url" isCode isRequired value={origin} maxLength={300} placeholder="https://api.example.com" error={wrong('/origin')} onChange={setOrigin} /></FormCell>
        <FormCell isWide><TextField label={t('calls.secrets.header')} isCode isRequired value={header} maxLength={100} placeholder="Authorization" error={wrong('/header')} onChange={setHeader} /></FormCell>
        <FormCell isWide><TextField label={t('calls.secrets.value')} help={t('calls.secrets.valueHelp')} type="password" autoComplete="off" isRequired value={value} maxLength={2000} error={wrong('/value')} onChange={setValue} /></FormCell>
      </FormGrid>
    </Dialog>
  );
}
