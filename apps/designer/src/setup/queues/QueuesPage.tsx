import { translate, type QueueDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { Plus, UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, CodeText, EmptyState, ErrorState, PageHeader, PlainButton, SimpleTable, SkeletonLines, useShortcut } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { StateBadge } from '../documents/StateBadge.js';
import { useOpenItem } from '../documents/use-open-item.js';
import { useUndoKeys } from '../documents/use-draft-undo.js';
import { useObjectTitle } from '../documents/use-object-title.js';
import { QueueSheet } from './QueueSheet.js';
import styles from './Queues.module.css';

type Row = StatedDocument<QueueDocument>;

/** Who shares which work. */
export function QueuesPage() {
  const { t, i18n } = useTranslation();
  const objectTitle = useObjectTitle();
  const { data, isPending, error, refetch } = useQuery(draftedDocuments);
  useUndoKeys();
  usePage({ title: t('shell.setupNav.queues'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.queues') }] });
  useShortcut({ keys: 'c', label: t('people.queues.new'), section: t('shell.setup'), run: () => setOpen('new') });
  const titleOf = ({ title, titles }: QueueDocument) => translate(title, titles, i18n.language);
  const queues = (data ?? []).filter(isKind('queue')).sort((one, other) => titleOf(one.document).localeCompare(titleOf(other.document), i18n.language));
  const [open, setOpen] = useOpenItem(queues, 'queue');
  const create = <Button variant="primary" icon={Plus} onPress={() => setOpen('new')}>{t('people.queues.new')}</Button>;
  return (
    <PageBody>
      <PageHeader title={t('people.queues.title')} description={t('people.queues.description')} actions={create} />
      {isPending && <SkeletonLines count={5} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && queues.length === 0 && <EmptyState icon={UsersRound} title={t('people.queues.none')} actions={create}>{t('people.queues.noneBody')}</EmptyState>}
      {queues.length > 0 && (
        <SimpleTable<Row> label={t('people.queues.title')} rows={queues} rowKey={({ document }) => document.guanxi.id} isRowMuted={({ state }) => state === 'REMOVED'} onOpenRow={(row) => { if (row.state !== 'REMOVED') setOpen(row); }} columns={[
          { id: 'title', header: t('setup.objects.label'), render: (row) => (row.state === 'REMOVED' ? titleOf(row.document) : <PlainButton className={styles['link'] ?? ''} onPress={() => setOpen(row)}>{titleOf(row.document)}</PlainButton>) },
          { id: 'name', header: t('setup.objects.apiName'), render: ({ name }) => <CodeText>{name}</CodeText> },
          { id: 'members', header: t('people.queues.members'), render: ({ document }) => t('people.queues.count', { count: document.members.length }) },
          { id: 'choose', header: t('people.queues.choose'), render: ({ document }) => t(`people.queues.chooses.${document.choose}`) },
          { id: 'territory', header: t('people.queues.territory'), render: ({ document }) => [...new Set((document.territory ?? []).map(({ object }) => objectTitle(object)))].join(t('people.and')) || '–' },
          { id: 'state', header: t('setup.objects.state'), width: '120px', render: ({ state }) => <StateBadge state={state} /> },
        ]} />
      )}
      {open !== null && <QueueSheet key={open === 'new' ? 'new' : open.name} stated={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </PageBody>
  );
}
