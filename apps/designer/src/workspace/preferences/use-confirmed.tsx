import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useSession } from '../../api/index.js';
import { tellFault } from '../../sign-in/factors/tell-fault.js';
import { Button, Dialog, showToast, TextField } from '../../ui/index.js';
import styles from './Preferences.module.css';

/** Done at once, or with the password where the server asks for it. */
type Work = (password: string | null) => Promise<unknown>;

export interface Confirmed {
  readonly run: (work: Work) => void;
  readonly isPending: boolean;
  /** To be drawn beside whatever calls `run`. */
  readonly dialog: ReactNode;
}

/** Changes of how somebody signs in: the first try goes without a password, and the dialog comes only when one is needed. */
export function useConfirmed(): Confirmed {
  const { t } = useTranslation();
  const [isPending, setPending] = useState(false);
  const [asked, setAsked] = useState<Work | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const attempt = async (work: Work, password: string | null) => {
    setPending(true);
    setFault(null);
    try {
      await work(password);
      setAsked(null);
    } catch (error) {
      const problem = error instanceof ApiError ? error.problems.find(({ path }) => path === '/password') : undefined;
      if (problem?.code === 'confirm') setAsked(() => work);
      else if (problem) setFault(problem.message);
      else {
        setAsked(null);
        const message = tellFault(error, t);
        if (message !== null) showToast({ message, tone: 'danger' });
      }
    } finally {
      setPending(false);
    }
  };
  return {
    run: (work) => void attempt(work, null),
    isPending,
    dialog: asked && <PasswordDialog fault={fault} isPending={isPending} onClose={() => setAsked(null)} onPassword={(password) => void attempt(asked, password)} />,
  };
}

function PasswordDialog({ fault, isPending, onClose, onPassword }: { readonly fault: string | null; readonly isPending: boolean; readonly onClose: () => void; readonly onPassword: (password: string) => void }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '') onPassword(password);
  };
  return (
    <Dialog isOpen onOpenChange={onClose} size="small" title={t('factors.confirm.title')} description={t('factors.confirm.body')}
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} isDisabled={password === ''} onPress={() => onPassword(password)}>{t('factors.continue')}</Button></>}>
      <form className={styles['stack']} onSubmit={submit} noValidate>
        <input type="hidden" name="email" autoComplete="username" value={user.email} readOnly />
        <TextField label={t('signIn.password')} type="password" name="password" autoComplete="current-password" autoFocus value={password} onChange={setPassword} error={fault} />
      </form>
    </Dialog>
  );
}
