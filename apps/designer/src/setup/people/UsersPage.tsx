import { useQuery } from '@tanstack/react-query';
import { Ellipsis, KeyRound, Pencil, Plus, UserCheck, UserX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { PageBody, useCommands, usePage } from '../../shell/index.js';
import { AlertDialog, Badge, Button, EmptyState, ErrorState, IconButton, Menu, PageHeader, Person, PlainButton, SearchField, showToast, SimpleTable, SkeletonLines, useShortcut } from '../../ui/index.js';
import { permissionSetsOptions, usersOptions, useUpdateUser, type UserRow } from './people-queries.js';
import { UserSheet } from './UserSheet.js';
import styles from './People.module.css';

export function UsersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const session = useSession();
  const { data, isPending, error, refetch } = useQuery(usersOptions);
  const { data: sets = [] } = useQuery(permissionSetsOptions);
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<UserRow | 'new' | null>(null);
  const [leaving, setLeaving] = useState<UserRow | null>(null);
  const update = useUpdateUser();
  usePage({ title: t('shell.setupNav.users'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.users') }] });
  useShortcut({ keys: 'c', label: t('setup.users.new'), section: t('shell.setup'), run: () => setOpen('new') });
  useCommands(useMemo(() => [{ id: 'new-user', label: t('setup.users.new'), section: t('shell.commands.here'), icon: Plus, shortcut: 'c', run: () => setOpen('new') }], [t]));

  const wanted = search.trim().toLocaleLowerCase();
  const shown = (data ?? []).filter(({ name, email }) => `${name} ${email}`.toLocaleLowerCase().includes(wanted));
  const setTitle = (name: string) => (name === 'admin' ? t('setup.users.admin') : sets.find((one) => one.name === name)?.title ?? name);
  const setActive = (user: UserRow, active: boolean) => update.mutate({ id: user.id, input: { active } }, {
    onSuccess: () => { setLeaving(null); showToast({ message: t(active ? 'setup.users.activated' : 'setup.users.deactivated', { name: user.name }), tone: 'success' }); },
    onError: (failure) => { setLeaving(null); showToast({ message: failure.message, tone: 'danger' }); },
  });
  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.users')} description={t('setup.users.description')} actions={<Button variant="primary" icon={Plus} onPress={() => setOpen('new')}>{t('setup.users.new')}</Button>} />
      {isPending && <SkeletonLines count={6} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && (
        <>
          <div className={styles['tools']}><SearchField label={t('setup.users.search')} value={search} onChange={setSearch} /></div>
          {shown.length === 0 ? <EmptyState kind="no-match" title={t('ui.noMatch')} actions={<Button onPress={() => setSearch('')}>{t('ui.clear')}</Button>} /> : (
            <SimpleTable label={t('shell.setupNav.users')} rows={shown} rowKey={({ id }) => id} onOpenRow={setOpen} isRowMuted={({ active }) => !active} columns={[
              { id: 'name', header: t('setup.users.name'), render: (user) => <PlainButton className={styles['open'] ?? ''} onPress={() => setOpen(user)}><Person name={user.name} /></PlainButton> },
              { id: 'email', header: t('setup.users.email'), render: ({ email }) => email },
              { id: 'sets', header: t('shell.setupNav.permissions'), render: ({ permissionSets }) => <span className={styles['sets']}>{permissionSets.length === 0 ? <span className={styles['quiet']}>{t('ui.none')}</span> : permissionSets.map((name) => <Badge key={name} tone={name === 'admin' ? 'violet' : 'neutral'}>{setTitle(name)}</Badge>)}</span> },
              { id: 'active', header: t('setup.users.status'), render: ({ active }) => <Badge tone={active ? 'success' : 'neutral'} hasDot>{t(active ? 'setup.users.active' : 'setup.users.inactive')}</Badge> },
              { id: 'seen', header: t('setup.users.lastSignIn'), align: 'end', render: ({ lastSignInAt }) => (lastSignInAt ? <time dateTime={lastSignInAt} title={format.dateTime(lastSignInAt)}>{format.relative(lastSignInAt)}</time> : <span className={styles['quiet']}>{t('setup.users.never')}</span>) },
              {
                id: 'more', header: '', align: 'end', width: '44px', render: (user) => (
                  <Menu label={t('ui.more')} placement="bottom end" trigger={<IconButton size="small" icon={Ellipsis} label={t('setup.users.actions', { name: user.name })} />} groups={[
                    { id: 'edit', items: [{ id: 'edit', label: t('ui.edit'), icon: Pencil, onAction: () => setOpen(user) }, { id: 'password', label: t('setup.users.reset'), icon: KeyRound, onAction: () => setOpen(user) }] },
                    { id: 'active', items: [user.active
                      ? { id: 'off', label: t('setup.users.deactivate'), icon: UserX, tone: 'danger', isDisabled: user.id === session.user.id, onAction: () => setLeaving(user) }
                      : { id: 'on', label: t('setup.users.activate'), icon: UserCheck, onAction: () => setActive(user, true) }] },
                  ]} />
                ),
              },
            ]} />
          )}
        </>
      )}
      {open !== null && <UserSheet key={open === 'new' ? 'new' : open.id} user={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
      <AlertDialog isOpen={leaving !== null} onOpenChange={() => setLeaving(null)} title={t('setup.users.deactivateTitle', { name: leaving?.name ?? '' })} confirmLabel={t('setup.users.deactivate')} isPending={update.isPending}
        onConfirm={() => { if (leaving) setActive(leaving, false); }}>
        {t('setup.users.deactivateBody')}
      </AlertDialog>
    </PageBody>
  );
}
