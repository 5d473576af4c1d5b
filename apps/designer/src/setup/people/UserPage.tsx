import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Ellipsis, ScrollText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Avatar, EmptyState, ErrorState, IconButton, LinkButton, Menu, PageHeader, SkeletonLines, Tabs } from '../../ui/index.js';
import { PlaceOfPerson } from './place/PlaceOfPerson.js';
import { usersOptions, type UserRow } from './people-queries.js';
import { ProfileTab } from './ProfileTab.js';
import { RightsTab } from './RightsTab.js';
import { SessionList } from './SessionList.js';
import { SignInList } from './SignInList.js';
import { StatusBadge } from './StatusBadge.js';
import { useUserActions } from './use-user-actions.js';
import styles from './People.module.css';

export function UserPage() {
  const { t } = useTranslation();
  const { user: id } = useParams({ strict: false }) as { user: string };
  const { data, isPending, error, refetch } = useQuery(usersOptions);
  const user = data?.find((one) => one.id === id);
  usePage({ title: user?.name ?? t('shell.setupNav.users'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.users'), href: '/setup/users' }, { label: user?.name ?? '…' }] });
  return (
    <PageBody>
      {isPending && <SkeletonLines count={6} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && !user && <EmptyState kind="no-match" title={t('identity.user.notFound')} actions={<LinkButton href="/setup/users">{t('identity.user.back')}</LinkButton>} />}
      {user && <KnownUser key={user.id} user={user} />}
    </PageBody>
  );
}

function KnownUser({ user }: { readonly user: UserRow }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab = 'profile' } = useSearch({ strict: false }) as { tab?: string };
  const { groupsFor, dialogs } = useUserActions();
  const mayAudit = useSession().setupAreas.includes('audit');
  return (
    <>
      <PageHeader title={user.name} glyph={<Avatar name={user.name} size="large" />} description={user.email} badges={<StatusBadge user={user} />}
        actions={<>{mayAudit && <LinkButton icon={ScrollText} href={`/setup/audit?who=${user.id}`}>{t('shell.setupNav.audit')}</LinkButton>}<Menu label={t('ui.more')} placement="bottom end" trigger={<IconButton icon={Ellipsis} label={t('setup.users.actions', { name: user.name })} />} groups={groupsFor(user)} /></>} />
      <Tabs label={user.name} value={tab} onChange={(next) => void navigate({ to: '/setup/users/$user', params: { user: user.id }, search: next === 'profile' ? {} : { tab: next }, replace: true })} items={[
        { id: 'profile', label: t('identity.user.profile'), content: <ProfileTab user={user} /> },
        { id: 'access', label: t('identity.user.access'), content: <RightsTab key={user.permissionSets.join()} user={user} /> },
        { id: 'place', label: t('identity.user.place'), content: <div className={styles['narrow']}><PlaceOfPerson userId={user.id} /></div> },
        { id: 'sessions', label: t('identity.user.sessions'), content: <SessionList userId={user.id} /> },
        { id: 'signIns', label: t('identity.user.signIns'), content: <SignInList userId={user.id} /> },
      ]} />
      {dialogs}
    </>
  );
}
