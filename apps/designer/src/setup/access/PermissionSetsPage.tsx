import { translate } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus, ShieldCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { PageBody, useCommands, usePage } from '../../shell/index.js';
import { Button, CodeText, ErrorState, PageHeader, SimpleTable, SkeletonLines, TextLink, Tooltip, useShortcut } from '../../ui/index.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { StateBadge } from '../documents/StateBadge.js';
import { usersOptions } from '../people/people-queries.js';
import { NewSetSheet } from './NewSetSheet.js';
import { isGranted } from './rights.js';

export function PermissionSetsPage() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { data, isPending, error, refetch } = useQuery(draftedDocuments);
  const { data: users = [] } = useQuery(usersOptions);
  const [isCreating, setCreating] = useState(false);
  usePage({ title: t('shell.setupNav.permissions'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.permissions') }] });
  useShortcut({ keys: 'c', label: t('setup.sets.new'), section: t('shell.setup'), run: () => setCreating(true) });
  useCommands(useMemo(() => [{ id: 'new-set', label: t('setup.sets.new'), section: t('shell.commands.here'), icon: Plus, shortcut: 'c', run: () => setCreating(true) }], [t]));

  const sets = (data ?? []).filter(isKind('permissions'));
  const peopleWith = (name: string) => users.filter(({ permissionSets, active }) => active && permissionSets.includes(name)).length;
  const open = (set: string) => void navigate({ to: '/setup/permissions/$set', params: { set } });
  const rows = [
    { name: 'admin', title: t('setup.users.admin'), objects: t('setup.sets.everything'), state: 'PUBLISHED' as const, isFixed: true },
    ...sets.map(({ name, document, state }) => ({ name, title: translate(document.title, document.titles, i18n.language), objects: format.number(Object.values(document.objects).filter(isGranted).length), state, isFixed: false })),
  ];
  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.permissions')} description={t('setup.sets.description')} actions={<Button variant="primary" icon={Plus} onPress={() => setCreating(true)}>{t('setup.sets.new')}</Button>} />
      {isPending && <SkeletonLines count={5} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && (
        <SimpleTable label={t('shell.setupNav.permissions')} rows={rows} rowKey={({ name }) => name} onOpenRow={({ name, isFixed }) => { if (!isFixed) open(name); }} isRowMuted={({ state }) => state === 'REMOVED'} columns={[
          { id: 'title', header: t('setup.sets.title'), render: ({ name, title, isFixed }) => (isFixed ? <Tooltip content={t('setup.sets.adminNote')}><Button size="small" variant="quiet" icon={ShieldCheck}>{title}</Button></Tooltip> : <TextLink isPlain href={`/setup/permissions/${encodeURIComponent(name)}`}>{title}</TextLink>) },
          { id: 'name', header: t('setup.objects.apiName'), render: ({ name }) => <CodeText>{name}</CodeText> },
          { id: 'objects', header: t('setup.sets.objects'), align: 'end', render: ({ objects }) => objects },
          { id: 'people', header: t('setup.sets.people'), align: 'end', render: ({ name }) => format.number(peopleWith(name)) },
          { id: 'state', header: t('setup.objects.state'), width: '140px', render: ({ state }) => <StateBadge state={state} /> },
        ]} />
      )}
      {isCreating && <NewSetSheet onClose={() => setCreating(false)} onCreated={open} />}
    </PageBody>
  );
}
