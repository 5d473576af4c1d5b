import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Notice, Select, TextField } from '../../ui/index.js';
import { SecretDialog } from '../connect/SecretDialog.js';
import { useCreateToken } from './security-queries.js';
import styles from './Security.module.css';

const expiries = ['90', '365', 'never'] as const;
const day = 86_400_000;

/** Makes a token for a directory, then shows it this one time. */
export function NewTokenDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [expiry, setExpiry] = useState('365');
  const { mutate, data: token, isPending, error } = useCreateToken();
  const submit = () => { if (name.trim() !== '') mutate({ name: name.trim(), expiresAt: expiry === 'never' ? null : new Date(Date.now() + Number(expiry) * day).toISOString() }); };
  if (token !== undefined) return <SecretDialog title={t('security.directory.onceTitle')} body={t('security.directory.onceBody')} secret={token} onClose={onClose} />;
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('security.directory.newToken')} footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} isDisabled={name.trim() === ''} onPress={submit}>{t('security.directory.newToken')}</Button></>}>
      <form className={styles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        {error && <Notice tone="danger" isAnnounced>{error.message}</Notice>}
        <TextField label={t('security.directory.tokenName')} isRequired autoFocus value={name} onChange={setName} maxLength={80} placeholder="Microsoft Entra ID" />
        <Select label={t('security.keys.expires')} value={expiry} onChange={(next) => setExpiry(next ?? '365')} choices={expiries.map((value) => ({ value, label: t(`setup.keys.expiry.${value}`) }))} />
      </form>
    </Dialog>
  );
}
