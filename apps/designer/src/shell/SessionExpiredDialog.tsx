import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onSessionExpired, queryClient, useSession } from '../api/index.js';
import { SignInForm } from '../sign-in/SignInForm.js';
import { Dialog } from '../ui/index.js';

/** Lets people sign in over the page, so that what they typed stays. */
export function SessionExpiredDialog() {
  const { t } = useTranslation();
  const { user } = useSession();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => onSessionExpired(() => setOpen(true)), []);
  return (
    <Dialog isOpen={isOpen} onOpenChange={setOpen} title={t('signIn.expired.title')} description={t('signIn.expired.body')} size="small" isGuarded>
      <SignInForm email={user.email} onDone={() => {
        setOpen(false);
        void queryClient.invalidateQueries();
      }} />
    </Dialog>
  );
}
