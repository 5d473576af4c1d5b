import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { MailPlus, Plus, UsersRound } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/index.js';
import { PageBody, useCommands, usePage } from '../../shell/index.js';
import { Button, EmptyState, ErrorState, PageHeader, SearchField, SegmentedControl, Select, SkeletonLines, useShortcut } from '../../ui/index.js';
import { InviteSheet } from './InviteSheet.js';
import { keepColumns, readKeptColumns, type KeptColumns } from './list/kept-columns.js';
import { UserColumnChooser } from './list/UserColumnChooser.js';
import { UserGrid } from './list/UserGrid.js';
import { useUserWords } from './list/use-user-cells.js';
import { filterUsers, readSort, sortUsers, writeSort, type UserListAddress } from './list/user-list.js';
import { usersOptions } from './people-queries.js';
import { SelectedPeople } from './SelectedPeople.js';
import { UserSheet } from './UserSheet.js';
import { useUserActions } from './use-user-actions.js';
import styles from './list/UserList.module.css';

const statuses = ['ALL', 'ACTIVE', 'INVITED', 'INACTIVE'] as const;

export function UsersPage() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const session = useSession();
  const address: UserListAddress = useSearch({ strict: false });
  const { data, isPending, error, refetch } = useQuery(usersOptions);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<'invite' | 'new' | null>(null);
  const [columns, setColumns] = useState(readKeptColumns);
  const words = useUserWords();
  const { groupsFor, dialogs } = useUserActions();
  usePage({ title: t('shell.setupNav.users'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.users') }] });
  useShortcut({ keys: 'c', label: t('identity.users.invite'), section: t('shell.setup'), run: () => setOpen('invite') });
  useShortcut({ keys: 'j', label: t('workspace.keys.nextRow'), section: t('shell.commands.here'), run: focusGrid });
  useShortcut({ keys: 'k', label: t('workspace.keys.previousRow'), section: t('shell.commands.here'), run: focusGrid });
  useCommands(useMemo(() => [{ id: 'invite', label: t('identity.users.invite'), section: t('shell.commands.here'), icon: MailPlus, shortcut: 'c', run: () => setOpen('invite') }], [t]));

  const go = (change: { readonly [Key in keyof UserListAddress]: UserListAddress[Key] | undefined }) => void navigate({ to: '/setup/users', search: (before: UserListAddress) => ({ ...before, ...change }), replace: true });
  const arrange = (next: KeptColumns) => { keepColumns(next); setColumns(next); };
  const sort = readSort(address.sort) ?? { columnId: 'name', direction: 'ascending' as const };
  const shown = sortUsers(filterUsers(data ?? [], address), sort, words.textOf, i18n.language);
  const chosen = shown.filter(({ id }) => selected.has(id));
  const invite = <Button variant="primary" icon={MailPlus} onPress={() => setOpen('invite')}>{t('identity.users.invite')}</Button>;
  const toggleColumn = (name: KeptColumns['names'][number]) => arrange({ ...columns, names: columns.names.includes(name) ? columns.names.filter((one) => one !== name) : [...columns.names, name] });
  return (
    <PageBody width="full">
      <div className={styles['page']}>
        <div className={styles['top']}>
          <PageHeader title={t('shell.setupNav.users')} description={t('identity.users.description')} actions={<><Button icon={Plus} onPress={() => setOpen('new')}>{t('setup.users.new')}</Button>{invite}</>} />
          {isPending && <SkeletonLines count={6} />}
          {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
          {data && (
            <div className={styles['bar']}>
              <div className={styles['search']}><SearchField label={t('setup.users.search')} value={address.q ?? ''} onChange={(q) => go({ q: q || undefined })} /></div>
              <SegmentedControl label={t('identity.users.filter')} value={address.status ?? 'ALL'} onChange={(status) => go({ status: status === 'ALL' ? undefined : status })} segments={statuses.map((value) => ({ value, label: t(value === 'ALL' ? 'identity.users.all' : `identity.users.statuses.${value}`) }))} />
              <div className={styles['filter']}><Select label={t('shell.setupNav.permissions')} hideLabel isClearable placeholder={t('identity.users.everySet')} value={address.set ?? null} onChange={(set) => go({ set: set ?? undefined })} choices={words.sets.map(({ name }) => ({ value: name, label: words.setTitle(name) }))} /></div>
              {words.roles.length > 0 && <div className={styles['filter']}><Select label={t('identity.users.role')} hideLabel isClearable placeholder={t('identity.users.everyRole')} value={address.role ?? null} onChange={(role) => go({ role: role ?? undefined })} choices={words.roles.map(({ name, title }) => ({ value: name, label: title }))} /></div>}
              <div className={styles['tools']}><UserColumnChooser headers={words.headers} shown={columns.names} onToggle={toggleColumn} onReset={() => { keepColumns(null); setColumns(readKeptColumns()); }} /></div>
            </div>
          )}
        </div>
        {data && (
          <div className={styles['grid']}>
            <UserGrid users={shown} columns={columns} onArrange={arrange} sort={sort} onSortChange={(next) => go({ sort: writeSort(next) })} selection={selected} onSelectionChange={(ids) => setSelected(new Set([...ids].filter((id) => id !== session.user.id)))}
              onOpen={({ id }, inNewTab) => { if (inNewTab) window.open(`/setup/users/${id}`, '_blank', 'noopener'); else void navigate({ to: '/setup/users/$user', params: { user: id } }); }} groupsFor={groupsFor}
              emptyState={<EmptyState kind="no-match" title={t('ui.noMatch')} actions={<Button onPress={() => void navigate({ to: '/setup/users', search: {}, replace: true })}>{t('ui.clearFilters')}</Button>} />} />
          </div>
        )}
        {data?.length === 1 && <div className={styles['hint']}><EmptyState icon={UsersRound} title={t('identity.users.inviteFirst')} actions={invite}>{t('identity.users.inviteFirstBody')}</EmptyState></div>}
        {chosen.length > 0 && <SelectedPeople people={chosen} onClear={() => setSelected(new Set())} />}
      </div>
      {open === 'invite' && <InviteSheet onClose={() => setOpen(null)} />}
      {open === 'new' && <UserSheet onClose={() => setOpen(null)} />}
      {dialogs}
    </PageBody>
  );
}

function focusGrid(): void {
  document.querySelector<HTMLElement>('[role="grid"] [data-cell][tabindex="0"]')?.focus();
}
