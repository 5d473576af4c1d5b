import type { PermissionDocument, PermissionGroupDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Copy, Ellipsis, GitCompare, Plus, ShieldCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { PageBody, useCommands, usePage } from '../../shell/index.js';
import { Badge, Button, CodeText, ErrorState, FormSection, IconButton, LinkButton, Menu, PageHeader, Person, Popover, SimpleTable, SkeletonLines, TextLink, useShortcut } from '../../ui/index.js';
import { isKind } from '../documents/setup-queries.js';
import { StateBadge } from '../documents/StateBadge.js';
import { usersOptions } from '../people/people-queries.js';
import { CompareDialog } from './CompareDialog.js';
import { NewSetSheet } from './NewSetSheet.js';
import { isGranted } from './rights.js';
import { useAccessDocuments } from './use-access-documents.js';
import styles from './Access.module.css';

type Open = { readonly kind: 'new'; readonly of: 'permissions' | 'permission-group'; readonly like?: PermissionDocument } | { readonly kind: 'compare'; readonly with: string };

/** Permission sets and groups of them: what they grant, and who has them. */
export function PermissionSetsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { documents, objects, say, isPending, error, refetch } = useAccessDocuments();
  const [open, setOpen] = useState<Open | null>(null);
  usePage({ title: t('shell.setupNav.permissions'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.permissions') }] });
  useShortcut({ keys: 'c', label: t('setup.sets.new'), section: t('shell.setup'), run: () => setOpen({ kind: 'new', of: 'permissions' }) });
  useCommands(useMemo(() => [{ id: 'new-set', label: t('setup.sets.new'), section: t('shell.commands.here'), icon: Plus, shortcut: 'c', run: () => setOpen({ kind: 'new', of: 'permissions' }) }], [t]));
  const sets = documents.filter(isKind('permissions'));
  const groups = documents.filter(isKind('permission-group'));
  const openSet = (set: string) => void navigate({ to: '/setup/permissions/$set', params: { set } });
  const openGroup = (group: string) => void navigate({ to: '/setup/permissions/groups/$group', params: { group } });
  const firstObject = objects.find(({ document }) => document)?.name;
  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.permissions')} description={t('access.list.description')} actions={(
        <>
          {firstObject !== undefined && <LinkButton href={`/setup/permissions/fields/${encodeURIComponent(firstObject)}`}>{t('access.list.fields')}</LinkButton>}
          <Button icon={Plus} isDisabled={sets.length === 0} onPress={() => setOpen({ kind: 'new', of: 'permission-group' })}>{t('access.list.newGroup')}</Button>
          <Button variant="primary" icon={Plus} onPress={() => setOpen({ kind: 'new', of: 'permissions' })}>{t('setup.sets.new')}</Button>
        </>
      )} />
      {isPending && <SkeletonLines count={5} />}
      {error && documents.length === 0 && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {!isPending && (
        <FormSection title={t('access.list.sets')}>
          <SimpleTable label={t('access.list.sets')} rows={[null, ...sets]} rowKey={(row) => row?.name ?? ' admin'} onOpenRow={(row) => { if (row) openSet(row.name); }} columns={[
            { id: 'title', header: t('setup.sets.title'), render: (row) => (row ? <TextLink isPlain href={`/setup/permissions/${encodeURIComponent(row.name)}`}>{say(row.document)}</TextLink> : <span className={styles['admin']} title={t('access.list.adminNote')}>{t('access.list.admin')}<ShieldCheck size={14} aria-hidden /></span>) },
            { id: 'name', header: t('setup.objects.apiName'), render: (row) => <CodeText>{row?.name ?? 'admin'}</CodeText> },
            { id: 'summary', header: t('access.list.summary'), render: (row) => (row ? <SetSummary set={row.document} /> : t('access.list.adminGrants')) },
            { id: 'people', header: t('access.list.members'), align: 'end', render: (row) => <Members name={row?.name ?? 'admin'} title={row ? say(row.document) : t('access.list.admin')} /> },
            { id: 'state', header: t('setup.objects.state'), width: '120px', render: (row) => <StateBadge state={row?.state ?? 'PUBLISHED'} /> },
            { id: 'acts', header: '', align: 'end', width: '44px', render: (row) => row && (
              <Menu label={t('access.list.actions', { name: say(row.document) })} placement="bottom end" trigger={<IconButton size="small" icon={Ellipsis} label={t('access.list.actions', { name: say(row.document) })} />} groups={[{ id: 'work', items: [
                { id: 'copy', label: t('access.list.duplicate'), icon: Copy, onAction: () => setOpen({ kind: 'new', of: 'permissions', like: row.document }) },
                ...(sets.length > 1 ? [{ id: 'compare', label: t('access.list.compare'), icon: GitCompare, onAction: () => setOpen({ kind: 'compare', with: row.name }) }] : []),
              ] }]} />
            ) },
          ]} />
        </FormSection>
      )}
      {groups.length > 0 && (
        <FormSection title={t('access.list.groups')}>
          <SimpleTable label={t('access.list.groups')} rows={groups} rowKey={({ name }) => name} onOpenRow={({ name }) => openGroup(name)} columns={[
            { id: 'title', header: t('setup.sets.title'), render: ({ name, document }) => <TextLink isPlain href={`/setup/permissions/groups/${encodeURIComponent(name)}`}>{say(document)}</TextLink> },
            { id: 'name', header: t('setup.objects.apiName'), render: ({ name }) => <CodeText>{name}</CodeText> },
            { id: 'summary', header: t('access.list.summary'), render: ({ document }) => <GroupSummary group={document} titleOf={(name) => { const set = sets.find((one) => one.name === name); return set ? say(set.document) : name; }} /> },
            { id: 'people', header: t('access.list.members'), align: 'end', render: ({ name, document }) => <Members name={name} title={say(document)} /> },
            { id: 'state', header: t('setup.objects.state'), width: '120px', render: ({ state }) => <StateBadge state={state} /> },
          ]} />
        </FormSection>
      )}
      {open?.kind === 'new' && <NewSetSheet kind={open.of} {...(open.like && { like: open.like })} onClose={() => setOpen(null)} onCreated={open.of === 'permissions' ? openSet : openGroup} />}
      {open?.kind === 'compare' && <CompareDialog left={open.with} onClose={() => setOpen(null)} />}
    </PageBody>
  );
}

function SetSummary({ set }: { readonly set: PermissionDocument }) {
  const { t } = useTranslation();
  const count = Object.values(set.objects).filter(isGranted).length;
  const areas = set.setup?.length ?? 0;
  return <>{[...(count > 0 || areas === 0 ? [t('access.list.summaryObjects', { count })] : []), ...(areas > 0 ? [t('access.list.summaryAreas', { count: areas })] : [])].join(' · ')}</>;
}

function GroupSummary({ group: { sets, muted }, titleOf }: { readonly group: PermissionGroupDocument; readonly titleOf: (name: string) => string }) {
  const { t } = useTranslation();
  const count = Object.keys(muted?.objects ?? {}).length + (muted?.setup?.length ?? 0);
  return <span className={styles['given']}>{sets.map((name) => <Badge key={name}>{titleOf(name)}</Badge>)}{count > 0 && <span className={styles['quiet']}>{t('access.list.summaryMuted', { count })}</span>}</span>;
}

/** How many people have it, and who they are. */
function Members({ name, title }: { readonly name: string; readonly title: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: users = [] } = useQuery(usersOptions);
  const members = users.filter(({ permissionSets, active }) => active && permissionSets.includes(name));
  return (
    <Popover label={t('access.list.membersOf', { name: title })} trigger={<Button size="small" variant="quiet">{format.number(members.length)}</Button>}>
      {members.length === 0 ? <p className={styles['quiet']}>{t('access.list.noMembers')}</p> : <ul className={styles['members']}>{members.slice(0, 50).map(({ id, name: one }) => <li key={id}><Person name={one} /></li>)}</ul>}
    </Popover>
  );
}
