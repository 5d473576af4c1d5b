import { Eye, EyeOff } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/index.js';
import { Button, IconButton, Notice, TextField, TextLink } from '../ui/index.js';
import { signIn } from './credential-requests.js';
import { FactorStep } from './factors/FactorStep.js';
import type { SecondStep } from './second-step.js';
import styles from './SignIn.module.css';

export interface SignInFormProps {
  readonly email?: string;
  readonly onDone: () => void;
  /** Told when a second step begins, and with null when it is given up. */
  readonly onStep?: (step: SecondStep | null) => void;
  /** Told what is typed as the address. */
  readonly onEmail?: (email: string) => void;
}

export function SignInForm({ email: knownEmail = '', onDone, onStep, onEmail }: SignInFormProps) {
  const { t } = useTranslation();
  const [email, setEmail] = useState(knownEmail);
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [step, setStep] = useState<SecondStep | null>(null);
  const go = (next: SecondStep | null) => { setStep(next); onStep?.(next); };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (email.trim() === '' || password === '') return setProblem(t('signIn.missing'));
    setPending(true);
    setProblem(null);
    try {
      const next = await signIn(email.trim(), password);
      if (next) go(next);
      else onDone();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(sentenceFor(error));
    } finally {
      setPending(false);
    }
  };
  const sentenceFor = ({ code, message, details }: ApiError) => {
    if (code === 'RATE_LIMITED') return t('identity.tooMany', { count: Math.max(1, Math.ceil(Number(details['retryAfter'] ?? 60) / 60)) });
    return code === 'UNAUTHENTICATED' || code === 'BAD_REQUEST' || code === 'VALIDATION_FAILED' ? t('signIn.refused') : message;
  };

  if (step) return <FactorStep step={step} onDone={onDone} onStartOver={() => { setPassword(''); go(null); }} />;
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      {problem && <Notice tone="danger" isAnnounced>{problem}</Notice>}
      <TextField label={t('signIn.email')} type="email" name="email" autoComplete="username" value={email} onChange={(next) => { setEmail(next); onEmail?.(next); }} autoFocus={knownEmail === ''} />
      <TextField label={t('signIn.password')} type={isShown ? 'text' : 'password'} name="password" autoComplete="current-password" value={password} onChange={setPassword}
        autoFocus={knownEmail !== ''}
        suffix={<IconButton size="small" icon={isShown ? EyeOff : Eye} label={t(isShown ? 'signIn.hide' : 'signIn.show')} onPress={() => setShown(!isShown)} />} />
      <Button type="submit" variant="primary" size="large" isFullWidth isPending={isPending}>{t('signIn.submit')}</Button>
      <p className={styles['aside']}><TextLink href="/reset">{t('identity.forgot')}</TextLink></p>
    </form>
  );
}
