import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Badge, type BadgeTone } from '../../ui/index.js';
import type { UserRow, UserStatus } from './people-queries.js';

const tones: Readonly<Record<UserStatus, BadgeTone>> = { ACTIVE: 'success', INVITED: 'info', INACTIVE: 'neutral' };

/** Whether somebody is in, asked in, or out. */
export function StatusBadge({ user: { status, invitedUntil } }: { readonly user: UserRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (status === 'INVITED' && invitedUntil === null) return <Badge tone="warning" hasDot>{t('identity.users.expired')}</Badge>;
  const badge = <Badge tone={tones[status]} hasDot>{t(`identity.users.statuses.${status}`)}</Badge>;
  return invitedUntil === null ? badge : <span title={t('identity.users.until', { when: format.dateTime(invitedUntil) })}>{badge}</span>;
}
