import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/index.js';
import { Notice, SkeletonLines, TextLink } from '../ui/index.js';
import { lookLink, type LinkHolder, type LinkPurpose } from './credential-requests.js';
import { FactorStep } from './factors/FactorStep.js';
import { NewPasswordForm } from './NewPasswordForm.js';
import type { SecondStep } from './second-step.js';
import { SignInFrame } from './SignInFrame.js';
import styles from './SignIn.module.css';

type Looked = { readonly holder: LinkHolder } | { readonly failure: string };

/** Behind a link from a mail: a password is chosen. The token stands in the fragment, which no server and no log sees. */
export function LinkPage({ purpose, token }: { readonly purpose: LinkPurpose; readonly token: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [looked, setLooked] = useState<Looked | null>(null);
  const [step, setStep] = useState<SecondStep | null>(null);
  useEffect(() => {
    lookLink(token, purpose).then((holder) => setLooked({ holder }), (error: unknown) => setLooked({ failure: error instanceof ApiError ? error.message : String(error) }));
  }, [token, purpose]);
  const goHome = () => void navigate({ href: '/app/home', replace: true });

  const frame = (content: ReactNode, words: { readonly org?: string } = {}) => (
    <SignInFrame title={t(step ? `identity.${step.next === 'factor' ? 'secondStep' : 'enrol'}.title` : `identity.${purpose}.title`, { org: words.org ?? '' })}
      {...(words.org !== undefined && !step && { promise: t(`identity.${purpose}.promise`, words) })}>{content}</SignInFrame>
  );
  if (!looked) return frame(<SkeletonLines count={4} />);
  if ('failure' in looked) {
    return (
      <SignInFrame title={t('identity.deadLink')}>
        <div className={styles['form']}>
          <Notice tone="warning" isAnnounced>{looked.failure}</Notice>
          <p className={styles['aside']}><TextLink href="/sign-in">{t('identity.toSignIn')}</TextLink></p>
        </div>
      </SignInFrame>
    );
  }
  const { holder } = looked;
  if (step) return frame(<FactorStep step={step} onDone={goHome} onStartOver={() => void navigate({ href: '/sign-in', replace: true })} />, { org: holder.org });
  return frame(<NewPasswordForm purpose={purpose} token={token} holder={holder} onDone={(next) => (next ? setStep(next) : goHome())} />, { org: holder.org });
}
