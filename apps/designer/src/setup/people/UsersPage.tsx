import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Ellipsis, MailPlus, Plus, UsersRound } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { PageBody, useCommands, usePage } from '../../shell/index.js';
import { Avatar, Badge, Button, Checkbox, EmptyState, ErrorState, IconButton, Menu, PageHeader, SearchField, SegmentedControl, SimpleTable, SkeletonLines, TextLink, useShortcut, type SimpleColumn } from '../../ui/index.js';
import { useRowKeys } from '../objects/use-row-keys.js';
import { InviteSheet } from './InviteSheet.js';
import { permissionSetsOptions, rolesAndTeamsOptions, usersOptions, type UserRow, type UserStatus } from './people-queries.js';
import { SelectedPeople } from './SelectedPeople.js';
import { StatusBadge } from './StatusBadge.js';
import { UserSheet } from './UserSheet.js';
import { useUserActions } from './use-user-actions.js';
import styles from './People.module.css';

const statuses = ['ALL', 'ACTIVE', 'INVITED', 'INACTIVE'] as const;

export function UsersPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data, isPending, error, refetch } = useQuery(usersOptions);
  const [search, setSearch] = useState('');
  const [status, setStatus] = useState<'ALL' | UserStatus>('ALL');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<'invite' | 'new' | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const { groupsFor, dialogs } = useUserActions();
  useRowKeys(place);
  usePage({ title: t('shell.setupNav.users'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.users') }] });
  useShortcut({ keys: 'c', label: t('identity.users.invite'), section: t('shell.setup'), run: () => setOpen('invite') });
  const toggle = (id: string) => setSelected((before) => { const next = new Set(before); if (!next.delete(id)) next.add(id); return next; });
  useShortcut({ keys: 'x', label: t('identity.users.select', { name: '' }).trim(), section: t('shell.commands.here'), run: () => {
    const id = document.activeElement?.closest('tr')?.querySelector<HTMLElement>('[data-user]')?.dataset['user'];
    if (id !== undefined) toggle(id);
  } });
  useCommands(useMemo(() => [{ id: 'invite', label: t('identity.users.invite'), section: t('shell.commands.here'), icon: MailPlus, shortcut: 'c', run: () => setOpen('invite') }], [t]));

  const wanted = search.trim().toLocaleLowerCase();
  const shown = (data ?? []).filter((user) => (status === 'ALL' || user.status === status) && `${user.name} ${user.email}`.toLocaleLowerCase().includes(wanted));
  const columns = useColumns({ selected, toggle, groupsFor });
  const invite = <Button variant="primary" icon={MailPlus} onPress={() => setOpen('invite')}>{t('identity.users.invite')}</Button>;
  const chosen = shown.filter(({ id }) => selected.has(id));
  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.users')} description={t('identity.users.description')} actions={<><Button icon={Plus} onPress={() => setOpen('new')}>{t('setup.users.new')}</Button>{invite}</>} />
      {isPending && <SkeletonLines count={6} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && (
        <>
          {chosen.length > 0 ? <SelectedPeople people={chosen} onClear={() => setSelected(new Set())} /> : (
            <div className={styles['bar']}>
              <div className={styles['search']}><SearchField label={t('setup.users.search')} value={search} onChange={setSearch} /></div>
              <SegmentedControl label={t('identity.users.filter')} value={status} onChange={setStatus} segments={statuses.map((value) => ({ value, label: t(value === 'ALL' ? 'identity.users.all' : `identity.users.statuses.${value}`) }))} />
            </div>
          )}
          {shown.length === 0 ? <EmptyState kind="no-match" title={t('ui.noMatch')} actions={<Button onPress={() => { setSearch(''); setStatus('ALL'); }}>{t('ui.clear')}</Button>} /> : (
            <div ref={place}><SimpleTable label={t('shell.setupNav.users')} rows={shown} rowKey={({ id }) => id} isRowMuted={({ active }) => !active} columns={columns} onOpenRow={({ id }) => void navigate({ to: '/setup/users/$user', params: { user: id } })} /></div>
          )}
          {data.length === 1 && <EmptyState icon={UsersRound} title={t('identity.users.inviteFirst')} actions={invite}>{t('identity.users.inviteFirstBody')}</EmptyState>}
        </>
      )}
      {open === 'invite' && <InviteSheet onClose={() => setOpen(null)} />}
      {open === 'new' && <UserSheet onClose={() => setOpen(null)} />}
      {dialogs}
    </PageBody>
  );
}

interface ColumnParts {
  readonly selected: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly groupsFor: ReturnType<typeof useUserActions>['groupsFor'];
}

function useColumns({ selected, toggle, groupsFor }: ColumnParts): readonly SimpleColumn<UserRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const session = useSession();
  const { data: sets = [] } = useQuery(permissionSetsOptions);
  const { data: places } = useQuery(rolesAndTeamsOptions);
  const setTitle = (name: string) => (name === 'admin' ? t('setup.users.admin') : sets.find((one) => one.name === name)?.title ?? name);
  const nothing = <span className={styles['quiet']}>{t('ui.none')}</span>;
  return [
    {
      id: 'name', header: t('setup.users.name'), render: ({ id, name, kind }) => (
        <span className={styles['person']} data-user={id}>
          <Checkbox aria-label={t('identity.users.select', { name })} isSelected={selected.has(id)} isDisabled={id === session.user.id} onChange={() => toggle(id)} />
          <Avatar name={name} size="small" /><TextLink isPlain href={`/setup/users/${id}`}>{name}</TextLink>{kind === 'PARTNER' && <Badge tone="info">{t('identity.users.partner')}</Badge>}
        </span>
      ),
    },
    { id: 'email', header: t('setup.users.email'), render: ({ email }) => email },
    { id: 'sets', header: t('shell.setupNav.permissions'), render: ({ permissionSets }) => (permissionSets.length === 0 ? nothing : <span className={styles['sets']}>{permissionSets.map((name) => <Badge key={name} tone={name === 'admin' ? 'violet' : 'neutral'}>{setTitle(name)}</Badge>)}</span>) },
    ...((places?.roles.length ?? 0) > 0 ? [{ id: 'role', header: t('identity.users.role'), render: ({ role }: UserRow) => places?.roles.find(({ name }) => name === role)?.title ?? role ?? nothing }] : []),
    { id: 'status', header: t('setup.users.status'), render: (user) => <StatusBadge user={user} /> },
    { id: 'seen', header: t('setup.users.lastSignIn'), align: 'end', render: ({ lastSignInAt }) => (lastSignInAt ? <time dateTime={lastSignInAt} title={format.dateTime(lastSignInAt)}>{format.relative(lastSignInAt)}</time> : <span className={styles['quiet']}>{t('setup.users.never')}</span>) },
    { id: 'more', header: '', align: 'end', width: '44px', render: (user) => <Menu label={t('ui.more')} placement="bottom end" trigger={<IconButton size="small" icon={Ellipsis} label={t('setup.users.actions', { name: user.name })} />} groups={groupsFor(user)} /> },
  ];
}
