import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useSession } from '../../api/index.js';
import { Button, Dialog, Notice, showToast, TextField } from '../../ui/index.js';
import { PreferenceSection } from './PreferenceSection.js';
import { changePassword } from './security-queries.js';
import styles from './Preferences.module.css';

export function PasswordSection() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <PreferenceSection title={t('signIn.password')} description={t('factors.password.body')} actions={<Button onPress={() => setOpen(true)}>{t('factors.password.change')}</Button>}>
      {isOpen && <PasswordDialog onClose={() => setOpen(false)} />}
    </PreferenceSection>
  );
}

function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [isPending, setPending] = useState(false);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const submit = async () => {
    setPending(true);
    setFaults({});
    try {
      await changePassword(current, next);
      onClose();
      showToast({ message: t('factors.password.changed') });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const found = error.problems.map(({ path, message }) => [path === '/current' ? 'current' : 'next', message] as const);
      setFaults(found.length > 0 ? Object.fromEntries(found) : { whole: error.message });
    } finally {
      setPending(false);
    }
  };
  const onSubmit = (event: FormEvent) => { event.preventDefault(); void submit(); };
  return (
    <Dialog isOpen onOpenChange={onClose} size="small" title={t('factors.password.change')} description={t('factors.password.ends')}
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} isDisabled={current === '' || next === ''} onPress={() => void submit()}>{t('factors.password.change')}</Button></>}>
      <form className={styles['stack']} onSubmit={onSubmit} noValidate>
        {faults['whole'] && <Notice tone="danger" isAnnounced>{faults['whole']}</Notice>}
        <input type="hidden" name="email" autoComplete="username" value={user.email} readOnly />
        <TextField label={t('factors.password.current')} type="password" name="current" autoComplete="current-password" autoFocus value={current} onChange={setCurrent} error={faults['current']} />
        <TextField label={t('factors.password.next')} type="password" name="next" autoComplete="new-password" value={next} onChange={setNext} error={faults['next']} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
