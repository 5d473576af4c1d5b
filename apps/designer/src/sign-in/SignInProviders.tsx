import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { LogIn } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { restRequest } from '../api/request.js';
import { Button, Notice } from '../ui/index.js';
import styles from './SignIn.module.css';

interface SignInProvidersProps {
  /** As far as it is typed; by its domain more providers are found. */
  readonly email: string;
  /** Path of the page that is wanted. */
  readonly next: string;
}

interface Hint { readonly id: string; readonly name: string }

const REASONS = ['cancelled', 'expired', 'refused', 'unreachable', 'email', 'unknown', 'group', 'groupsUnread', 'inactive', 'network', 'tooMany'];

/** The ways in by identity providers, and why the last one came to nothing. */
export function SignInProviders({ email, next }: SignInProvidersProps) {
  const { t } = useTranslation();
  const domain = /@([^@\s]+\.[^@\s.]{2,})$/.exec(email.trim())?.[1]?.toLowerCase() ?? '';
  const { data = [] } = useQuery({
    queryKey: ['sign-in-providers', domain],
    queryFn: async ({ signal }) => (await (await restRequest(`/auth/providers${domain === '' ? '' : `?email=${encodeURIComponent(`@${domain}`)}`}`, { signal })).json() as { readonly providers: readonly Hint[] }).providers,
    staleTime: 60_000,
    retry: false,
    placeholderData: (before) => before,
  });
  const { failed: reason } = useSearch({ from: '/sign-in' });
  return (
    <>
      {reason !== undefined && REASONS.includes(reason) && <Notice tone={reason === 'cancelled' ? 'info' : 'danger'} isAnnounced>{t(`security.failed.${reason}`)}</Notice>}
      {data.length > 0 && (
        <div className={styles['ways']} role="group" aria-label={t('security.ways')}>
          {data.map(({ id, name }) => (
            <Button key={id} size="large" isFullWidth icon={LogIn} onPress={() => location.assign(`/auth/oidc/${id}/start?next=${encodeURIComponent(next)}`)}>{t('security.continueWith', { name })}</Button>
          ))}
        </div>
      )}
    </>
  );
}
