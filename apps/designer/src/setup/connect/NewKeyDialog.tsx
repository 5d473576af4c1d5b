import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, CodeText, Dialog, Notice, Select, TextField } from '../../ui/index.js';
import { useCreateApiKey } from './keys-queries.js';
import styles from '../form/Form.module.css';

const expiries = ['30', '90', '365', 'never'] as const;
const day = 86_400_000;

/** Makes a key, then shows it this one time; it is closed only by saying so. */
export function NewKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [expiry, setExpiry] = useState('90');
  const [wasTried, setTried] = useState(false);
  const { mutate, data: key, isPending, error } = useCreateApiKey();
  const submit = () => {
    setTried(true);
    if (name.trim() !== '') mutate({ name: name.trim(), expiresAt: expiry === 'never' ? null : new Date(Date.now() + Number(expiry) * day).toISOString() });
  };
  if (key !== undefined) {
    return (
      <Dialog isOpen onOpenChange={onClose} isGuarded title={t('setup.keys.onceTitle')} description={t('setup.keys.onceBody')} footer={<Button variant="primary" onPress={onClose}>{t('setup.keys.done')}</Button>}>
        <CodeText isBlock isCopyable>{key}</CodeText>
      </Dialog>
    );
  }
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('setup.keys.new')} footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} onPress={submit}>{t('setup.keys.new')}</Button></>}>
      <form className={styles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        {error && <Notice tone="danger" isAnnounced>{error.message}</Notice>}
        <TextField label={t('setup.keys.name')} isRequired autoFocus value={name} onChange={setName} maxLength={100} placeholder={t('setup.keys.nameExample')} error={wasTried && name.trim() === '' ? t('setup.keys.nameMissing') : null} />
        <Select label={t('setup.keys.expires')} value={expiry} onChange={(next) => setExpiry(next ?? '90')} choices={expiries.map((value) => ({ value, label: t(`setup.keys.expiry.${value}`) }))} />
      </form>
    </Dialog>
  );
}
