import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePage } from '../shell/page.js';
import { LinkPage } from './LinkPage.js';

export function InvitationPage() {
  const { t } = useTranslation();
  const { hash } = useLocation();
  usePage({ title: t('identity.invitation.page'), crumbs: [] });
  return <LinkPage key={hash} purpose="invitation" token={hash} />;
}
