import { Eye, EyeOff } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, signIn } from '../api/index.js';
import { Button, IconButton, Notice, TextField } from '../ui/index.js';
import styles from './SignIn.module.css';

export interface SignInFormProps {
  readonly email?: string;
  readonly onDone: () => void;
}

export function SignInForm({ email: knownEmail = '', onDone }: SignInFormProps) {
  const { t } = useTranslation();
  const [email, setEmail] = useState(knownEmail);
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (email.trim() === '' || password === '') return setProblem(t('signIn.missing'));
    setPending(true);
    setProblem(null);
    try {
      await signIn(email.trim(), password);
      onDone();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(sentenceFor(error));
    } finally {
      setPending(false);
    }
  };
  const sentenceFor = ({ code, message }: ApiError) =>
    (code === 'UNAUTHENTICATED' || code === 'BAD_REQUEST' || code === 'VALIDATION_FAILED' ? t('signIn.refused') : code === 'RATE_LIMITED' ? t('signIn.tooMany') : message);

  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      {problem && <Notice tone="danger" isAnnounced>{problem}</Notice>}
      <TextField label={t('signIn.email')} type="email" name="email" autoComplete="username" value={email} onChange={setEmail} autoFocus={knownEmail === ''} />
      <TextField label={t('signIn.password')} type={isShown ? 'text' : 'password'} name="password" autoComplete="current-password" value={password} onChange={setPassword}
        autoFocus={knownEmail !== ''}
        suffix={<IconButton size="small" icon={isShown ? EyeOff : Eye} label={t(isShown ? 'signIn.hide' : 'signIn.show')} onPress={() => setShown(!isShown)} />} />
      <Button type="submit" variant="primary" size="large" isFullWidth isPending={isPending}>{t('signIn.submit')}</Button>
    </form>
  );
}
