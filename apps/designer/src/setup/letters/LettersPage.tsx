import { translate, type DocumentTemplateDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FilePlus2, FileText, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageBody, useCommands, usePage } from '../../shell/index.js';
import { Button, CodeText, EmptyState, ErrorState, PageHeader, SearchField, SimpleTable, SkeletonLines, TextLink, useShortcut } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { StateBadge } from '../documents/StateBadge.js';
import { useUndoKeys } from '../documents/use-draft-undo.js';
import { useObjectTitle } from '../documents/use-object-title.js';
import { NewLetterDialog } from './NewLetterDialog.js';
import styles from './Letters.module.css';

type Row = StatedDocument<DocumentTemplateDocument>;

/** The letters and quotes that the org makes of records. */
export function LettersPage() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const objectTitle = useObjectTitle();
  const [isCreating, setCreating] = useState(false);
  const [search, setSearch] = useState('');
  const { data, isPending, error, refetch } = useQuery(draftedDocuments);
  useUndoKeys();
  const page = t('shell.setupNav.letters');
  usePage({ title: page, crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: page }] });
  useShortcut({ keys: 'c', label: t('letters.new'), section: t('shell.setup'), run: () => setCreating(true) });
  useCommands(useMemo(() => [{ id: 'new-letter', label: t('letters.new'), section: t('shell.commands.here'), icon: FilePlus2, shortcut: 'c', run: () => setCreating(true) }], [t]));

  const titleOf = ({ title, titles }: DocumentTemplateDocument) => translate(title, titles, i18n.language);
  const templates = (data ?? []).filter(isKind('document-template')).sort((one, other) => titleOf(one.document).localeCompare(titleOf(other.document), i18n.language));
  const wanted = search.trim().toLocaleLowerCase();
  const shown = templates.filter(({ name, document }) => [name, titleOf(document), objectTitle(document.object)].some((text) => text.toLocaleLowerCase().includes(wanted)));
  const create = <Button variant="primary" icon={Plus} onPress={() => setCreating(true)}>{t('letters.new')}</Button>;
  return (
    <PageBody>
      <PageHeader title={page} description={t('letters.description')} actions={create} />
      {isPending && <SkeletonLines count={6} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && templates.length === 0 && <EmptyState icon={FileText} title={t('letters.none')} actions={create}>{t('letters.noneBody')}</EmptyState>}
      {templates.length > 0 && <div className={styles['tools']}><SearchField label={t('letters.search')} value={search} onChange={setSearch} /></div>}
      {templates.length > 0 && shown.length === 0 && <EmptyState kind="no-match" title={t('ui.noMatch')} actions={<Button onPress={() => setSearch('')}>{t('ui.clear')}</Button>} />}
      {shown.length > 0 && (
        <SimpleTable<Row> label={page} rows={shown} rowKey={({ document }) => document.guanxi.id} isRowMuted={({ state }) => state === 'REMOVED'}
          onOpenRow={({ name, state }) => { if (state !== 'REMOVED') void navigate({ to: '/setup/letters/$template', params: { template: name } }); }} columns={[
            { id: 'title', header: t('setup.objects.label'), render: ({ name, document, state }) => (state === 'REMOVED' ? titleOf(document) : <TextLink isPlain href={`/setup/letters/${name}`}>{titleOf(document)}</TextLink>) },
            { id: 'name', header: t('setup.objects.apiName'), render: ({ name }) => <CodeText>{name}</CodeText> },
            { id: 'object', header: t('letters.about'), render: ({ document }) => objectTitle(document.object) },
            { id: 'state', header: t('setup.objects.state'), width: '120px', render: ({ state }) => <StateBadge state={state} /> },
          ]} />
      )}
      {isCreating && <NewLetterDialog documents={data ?? []} onClose={() => setCreating(false)} />}
    </PageBody>
  );
}
