import { useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { metadataRequest } from '../api/index.js';
import { CountBadge } from '../ui/index.js';
import { SidebarLink } from './SidebarParts.js';

/** Screens on which approvals are decided and forms filled in invalidate this key. */
export const inboxCountKey = ['inbox-count'] as const;

/** Leads to what waits for this person, and says how much that is. */
export function ApprovalsLink() {
  const { t } = useTranslation();
  const { data: count = 0 } = useQuery({
    queryKey: inboxCountKey, refetchInterval: 20_000, retry: false,
    queryFn: async ({ signal }) => (await metadataRequest<{ inboxCount: number }>('query { inboxCount }', {}, signal)).inboxCount,
  });
  return <SidebarLink href="/app/approvals" label={t('people.title')} icon={ShieldCheck} {...(count > 0 && { end: <CountBadge count={count} /> })} />;
}
