import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePage } from '../shell/page.js';
import { PasskeySignIn } from './factors/PasskeySignIn.js';
import type { SecondStep } from './second-step.js';
import { SignInForm } from './SignInForm.js';
import { SignInProviders } from './SignInProviders.js';
import { SignInFrame } from './SignInFrame.js';
import styles from './SignIn.module.css';

const titles = { factor: 'identity.secondStep', enrol: 'identity.enrol' } as const;

export function SignInPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { next = '/' } = useSearch({ from: '/sign-in' });
  const [email, setEmail] = useState('');
  const [step, setStep] = useState<SecondStep | null>(null);
  const goOn = () => void navigate({ href: next, replace: true });
  usePage({ title: t('signIn.title'), crumbs: [] });
  return (
    <SignInFrame title={t(step ? `${titles[step.next]}.title` : 'signIn.welcome')} promise={t(step ? `${titles[step.next]}.promise` : 'signIn.promise')}>
      <div className={styles['ways']}>
        <SignInForm onStep={setStep} onEmail={setEmail} onDone={goOn} />
        {!step && <><PasskeySignIn onDone={goOn} /><SignInProviders email={email} next={next} /></>}
      </div>
    </SignInFrame>
  );
}
