import { translate, type TeamDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { Plus, UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { Avatar, Button, CodeText, EmptyState, ErrorState, PageHeader, PlainButton, SimpleTable, SkeletonLines, useShortcut } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { StateBadge } from '../documents/StateBadge.js';
import { useOpenItem } from '../documents/use-open-item.js';
import { useUndoKeys } from '../documents/use-draft-undo.js';
import { placesOptions } from '../people/place/place-queries.js';
import { TeamSheet } from './TeamSheet.js';
import styles from './Teams.module.css';

type Row = StatedDocument<TeamDocument>;
const MOST_FACES = 5;

/** People that records are shared with as one. */
export function TeamsPage() {
  const { t, i18n } = useTranslation();
  const { data, isPending, error, refetch } = useQuery(draftedDocuments);
  const { data: people = [] } = useQuery(placesOptions);
  useUndoKeys();
  usePage({ title: t('shell.setupNav.teams'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.teams') }] });
  useShortcut({ keys: 'c', label: t('sharing.teams.new'), section: t('shell.setup'), run: () => setOpen('new') });
  const titleOf = ({ document: { title, titles } }: Row) => translate(title, titles, i18n.language);
  const teams = (data ?? []).filter(isKind('team')).sort((one, other) => titleOf(one).localeCompare(titleOf(other), i18n.language));
  const [open, setOpen] = useOpenItem(teams, 'team');
  const membersOf = (name: string) => people.filter((person) => person.teams.includes(name));
  const create = <Button variant="primary" icon={Plus} onPress={() => setOpen('new')}>{t('sharing.teams.new')}</Button>;
  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.teams')} description={t('sharing.teams.description')} actions={create} />
      {isPending && <SkeletonLines count={5} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && teams.length === 0 && <EmptyState icon={UsersRound} title={t('sharing.teams.none')} actions={create}>{t('sharing.teams.noneBody')}</EmptyState>}
      {teams.length > 0 && (
        <SimpleTable<Row> label={t('shell.setupNav.teams')} rows={teams} rowKey={({ name }) => name} isRowMuted={({ state }) => state === 'REMOVED'} onOpenRow={(row) => { if (row.state !== 'REMOVED') setOpen(row); }} columns={[
          { id: 'title', header: t('setup.objects.label'), render: (row) => (row.state === 'REMOVED' ? titleOf(row) : <PlainButton className={styles['link'] ?? ''} onPress={() => setOpen(row)}>{titleOf(row)}</PlainButton>) },
          { id: 'name', header: t('setup.objects.apiName'), render: ({ name }) => <CodeText>{name}</CodeText> },
          { id: 'members', header: t('sharing.teams.members'), render: ({ name }) => {
            const members = membersOf(name);
            return (
              <span className={styles['faces']} title={members.map((person) => person.name).join(', ')}>
                {members.slice(0, MOST_FACES).map((person) => <Avatar key={person.id} name={person.name} size="small" />)}
                <span className={styles['quiet']}>{t('sharing.roles.people', { count: members.length })}</span>
              </span>
            );
          } },
          { id: 'state', header: t('setup.objects.state'), width: '120px', render: ({ state }) => <StateBadge state={state} /> },
        ]} />
      )}
      {open !== null && <TeamSheet key={open === 'new' ? 'new' : open.name} stated={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </PageBody>
  );
}
