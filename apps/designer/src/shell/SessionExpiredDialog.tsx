import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, useSession } from '../api/index.js';
import { PasskeySignIn } from '../sign-in/factors/PasskeySignIn.js';
import type { SecondStep } from '../sign-in/second-step.js';
import { SignInForm } from '../sign-in/SignInForm.js';
import { Dialog } from '../ui/index.js';

/** Lets people sign in over the page, so that what they typed stays. */
export function SessionExpiredDialog({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const [step, setStep] = useState<SecondStep | null>(null);
  const goOn = () => {
    onDone();
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  };
  return (
    <Dialog isOpen onOpenChange={onDone} title={t('signIn.expired.title')} description={t('signIn.expired.body')} size="small" isGuarded>
      <SignInForm email={user.email} onDone={goOn} onStep={setStep} />
      {!step && <PasskeySignIn onDone={goOn} />}
    </Dialog>
  );
}
