import { useTranslation } from 'react-i18next';
import { queryClient, useSession } from '../api/index.js';
import { SignInForm } from '../sign-in/SignInForm.js';
import { Dialog } from '../ui/index.js';

/** Lets people sign in over the page, so that what they typed stays. */
export function SessionExpiredDialog({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { user } = useSession();
  return (
    <Dialog isOpen onOpenChange={onDone} title={t('signIn.expired.title')} description={t('signIn.expired.body')} size="small" isGuarded>
      <SignInForm email={user.email} onDone={() => {
        onDone();
        void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      }} />
    </Dialog>
  );
}
