import { Eye, EyeOff } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/index.js';
import { Button, IconButton, Notice, TextField } from '../ui/index.js';
import { choosePassword, type LinkHolder, type LinkPurpose } from './credential-requests.js';
import type { SecondStep } from './second-step.js';
import { StrengthMeter } from './StrengthMeter.js';
import styles from './SignIn.module.css';

export interface NewPasswordFormProps {
  readonly purpose: LinkPurpose;
  readonly token: string;
  readonly holder: LinkHolder;
  readonly onDone: (step: SecondStep | null) => void;
}

export function NewPasswordForm({ purpose, token, holder, onDone }: NewPasswordFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(holder.name);
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const [isPending, setPending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ([...password].length < holder.shortestPassword) return setFault(t('identity.strength.0', { count: holder.shortestPassword }));
    setPending(true);
    setProblem(null);
    setFault(null);
    try {
      onDone(await choosePassword({ token, purpose, password, ...(purpose === 'invitation' && { name: name.trim() }) }));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const refused = error.problems.find(({ path }) => path === '/password');
      if (refused) setFault(refused.message);
      else setProblem(error.message);
    } finally {
      setPending(false);
    }
  };

  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      {problem && <Notice tone="danger" isAnnounced>{problem}</Notice>}
      <input type="hidden" name="email" autoComplete="username" value={holder.email} readOnly />
      {purpose === 'invitation' && <TextField label={t('identity.yourName')} name="name" autoComplete="name" value={name} onChange={setName} maxLength={200} />}
      <TextField label={t(purpose === 'invitation' ? 'identity.choosePassword' : 'identity.newPassword')} type={isShown ? 'text' : 'password'} name="password" autoComplete="new-password" value={password}
        onChange={(next) => { setPassword(next); setFault(null); }} autoFocus error={fault}
        suffix={<IconButton size="small" icon={isShown ? EyeOff : Eye} label={t(isShown ? 'signIn.hide' : 'signIn.show')} onPress={() => setShown(!isShown)} />} />
      <StrengthMeter password={password} shortest={holder.shortestPassword} known={[...name.split(' '), ...holder.email.split(/[@._-]/), holder.org]} />
      <Button type="submit" variant="primary" size="large" isFullWidth isPending={isPending}>{t(`identity.${purpose}.submit`)}</Button>
      <p className={styles['aside']}>{t('identity.signsInAs', { email: holder.email })}</p>
    </form>
  );
}
