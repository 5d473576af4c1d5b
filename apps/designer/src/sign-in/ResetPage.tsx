import { useLocation } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/index.js';
import { usePage } from '../shell/page.js';
import { Button, Notice, TextField, TextLink } from '../ui/index.js';
import { askReset } from './credential-requests.js';
import { LinkPage } from './LinkPage.js';
import { SignInFrame } from './SignInFrame.js';
import styles from './SignIn.module.css';

/** With a token in the fragment a new password is chosen; without one, a mail with such a link is asked for. */
export function ResetPage() {
  const { t } = useTranslation();
  const { hash } = useLocation();
  usePage({ title: t('identity.reset.title'), crumbs: [] });
  return hash === '' ? <AskReset /> : <LinkPage key={hash} purpose="reset" token={hash} />;
}

function AskReset() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!/^[^\s@]+@[^\s@]+$/.test(email.trim())) return setProblem(t('identity.ask.missing'));
    setPending(true);
    setProblem(null);
    try {
      await askReset(email.trim());
      setAsked(email.trim());
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.message);
    } finally {
      setPending(false);
    }
  };
  return (
    <SignInFrame title={t('identity.reset.title')} promise={t('identity.ask.promise')}>
      {asked === null ? (
        <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
          {problem && <Notice tone="danger" isAnnounced>{problem}</Notice>}
          <TextField label={t('signIn.email')} type="email" name="email" autoComplete="username" value={email} onChange={setEmail} autoFocus />
          <Button type="submit" variant="primary" size="large" isFullWidth isPending={isPending}>{t('identity.ask.submit')}</Button>
          <p className={styles['aside']}><TextLink href="/sign-in">{t('identity.toSignIn')}</TextLink></p>
        </form>
      ) : (
        <div className={styles['form']}>
          <Notice tone="success" isAnnounced title={t('identity.ask.doneTitle')}>{t('identity.ask.done', { email: asked })}</Notice>
          <p className={styles['aside']}><TextLink href="/sign-in">{t('identity.toSignIn')}</TextLink></p>
        </div>
      )}
    </SignInFrame>
  );
}
