import { useQuery } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { languageNames } from '../../../shell/index.js';
import { Avatar, Badge, IconButton, languages, Menu, TextLink, type MenuGroup } from '../../../ui/index.js';
import { permissionSetsOptions, rolesAndTeamsOptions, type UserRow } from '../people-queries.js';
import { StatusBadge } from '../StatusBadge.js';
import type { UserColumnName } from './user-list.js';
import styles from './UserList.module.css';

const MOST_SETS = 2;

/** What the cells of the list of users say, as text to sort by and as they are drawn. */
export function useUserCells(groupsFor: (user: UserRow) => readonly MenuGroup[]) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useUserWords();
  const text = (name: UserColumnName) => (user: UserRow) => words.textOf(user, name) || <span className={styles['quiet']}>–</span>;
  const draw: Readonly<Record<UserColumnName, (user: UserRow) => ReactNode>> = {
    name: ({ id, name, active, kind }) => (
      <span className={styles['person']}><Avatar name={name} size="small" /><TextLink isPlain href={`/setup/users/${id}`}>{name}</TextLink>{kind === 'PARTNER' && active && <Badge tone="info">{t('identity.users.partner')}</Badge>}</span>
    ),
    email: text('email'),
    status: (user) => <StatusBadge user={user} />,
    sets: (user) => {
      const titles = user.permissionSets.map((name) => ({ name, title: words.setTitle(name) }));
      if (titles.length === 0) return <span className={styles['quiet']}>{t('ui.none')}</span>;
      return (
        <span className={styles['sets']} title={titles.map(({ title }) => title).join(t('people.and'))}>
          {titles.slice(0, MOST_SETS).map(({ name, title }) => <Badge key={name} tone={name === 'admin' ? 'violet' : 'neutral'}>{title}</Badge>)}
          {titles.length > MOST_SETS && <span className={styles['quiet']}>+{titles.length - MOST_SETS}</span>}
        </span>
      );
    },
    role: text('role'),
    kind: text('kind'),
    language: text('language'),
    seen: ({ lastSignInAt }) => (lastSignInAt ? <time dateTime={lastSignInAt} title={format.dateTime(lastSignInAt)}>{format.relative(lastSignInAt)}</time> : <span className={styles['quiet']}>{t('setup.users.never')}</span>),
  };
  const drawMenu = (user: UserRow) => <Menu label={t('ui.more')} placement="bottom end" trigger={<IconButton size="small" icon={Ellipsis} label={t('setup.users.actions', { name: user.name })} />} groups={groupsFor(user)} />;
  return { headers: words.headers, draw, drawMenu };
}

/** Heads of the columns, and what stands in a cell in the language of the page. */
export function useUserWords() {
  const { t } = useTranslation();
  const { data: sets = [] } = useQuery(permissionSetsOptions);
  const { data: places } = useQuery(rolesAndTeamsOptions);
  const setTitle = (name: string) => (name === 'admin' ? t('setup.users.admin') : sets.find((one) => one.name === name)?.title ?? name);
  const headers: Readonly<Record<UserColumnName, string>> = {
    name: t('setup.users.name'), email: t('setup.users.email'), status: t('setup.users.status'), sets: t('shell.setupNav.permissions'), role: t('identity.users.role'),
    kind: t('identity.users.kind'), language: t('setup.users.language'), seen: t('setup.users.lastSignIn'),
  };
  const texts: Readonly<Record<UserColumnName, (user: UserRow) => string>> = {
    name: ({ name }) => name,
    email: ({ email }) => email,
    status: ({ status }) => t(`identity.users.statuses.${status}`),
    sets: ({ permissionSets }) => permissionSets.map(setTitle).join(' '),
    role: ({ role }) => (role === null ? '' : places?.roles.find(({ name }) => name === role)?.title ?? role),
    kind: ({ kind }) => (kind === null ? '' : t(kind === 'PARTNER' ? 'identity.users.partner' : 'identity.users.internal')),
    language: ({ locale }) => { const known = languages.find((one) => one === locale); return known ? languageNames[known] : locale; },
    seen: ({ lastSignInAt }) => lastSignInAt ?? '',
  };
  return { headers, setTitle, sets, roles: places?.roles ?? [], textOf: (user: UserRow, column: UserColumnName) => texts[column](user) };
}
