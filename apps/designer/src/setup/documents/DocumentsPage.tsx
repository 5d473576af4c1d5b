import { translate } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus, type LucideIcon } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageBody, useCommands, usePage } from '../../shell/index.js';
import { Button, CodeText, EmptyState, ErrorState, PageHeader, SearchField, SimpleTable, SkeletonLines, TextLink, useShortcut, type SimpleColumn } from '../../ui/index.js';
import type { StatedDocument, TitledDocument, TitledOf } from './document-types.js';
import { draftedDocuments, isKind } from './setup-queries.js';
import { StateBadge } from './StateBadge.js';
import { useUndoKeys } from './use-draft-undo.js';
import styles from './Documents.module.css';

export interface DocumentsPageProps<Kind extends TitledDocument['kind']> {
  readonly kind: Kind;
  readonly title: string;
  /** Where the documents have their pages, one by name: `/setup/letters`. */
  readonly path: string;
  readonly texts: { readonly description: string; readonly create: string; readonly none: string; readonly noneBody: string; readonly search: string };
  readonly icon: LucideIcon;
  readonly newIcon: LucideIcon;
  /** Between the name and the state. */
  readonly columns: readonly SimpleColumn<StatedDocument<TitledOf<Kind>>>[];
  /** What is searched beside title and name. */
  readonly alsoSearched?: (document: TitledOf<Kind>) => string;
  readonly renderNew: (documents: readonly StatedDocument[], onClose: () => void) => ReactNode;
}

/** All documents of a kind that have a page of their own, with the draft laid over them. */
export function DocumentsPage<Kind extends TitledDocument['kind']>({ kind, title, path, texts, icon, newIcon, columns, alsoSearched, renderNew }: DocumentsPageProps<Kind>) {
  type Row = StatedDocument<TitledOf<Kind>>;
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const [isCreating, setCreating] = useState(false);
  const [search, setSearch] = useState('');
  const { data, isPending, error, refetch } = useQuery(draftedDocuments);
  useUndoKeys();
  usePage({ title, crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: title }] });
  useShortcut({ keys: 'c', label: texts.create, section: t('shell.setup'), run: () => setCreating(true) });
  useCommands(useMemo(() => [{ id: `new-${kind}`, label: texts.create, section: t('shell.commands.here'), icon: newIcon, shortcut: 'c', run: () => setCreating(true) }], [t, kind, texts.create, newIcon]));

  const titleOf = ({ document }: Row) => translate(document.title, document.titles, i18n.language);
  const rows = ((data ?? []).filter(isKind(kind)) as unknown as readonly Row[]).toSorted((one, other) => titleOf(one).localeCompare(titleOf(other), i18n.language));
  const wanted = search.trim().toLocaleLowerCase();
  const shown = rows.filter((row) => [row.name, titleOf(row), alsoSearched?.(row.document) ?? ''].some((text) => text.toLocaleLowerCase().includes(wanted)));
  const hrefOf = ({ name, state }: Row) => (state === 'REMOVED' ? undefined : `${path}/${name}`);
  const create = <Button variant="primary" icon={Plus} onPress={() => setCreating(true)}>{texts.create}</Button>;
  return (
    <PageBody>
      <PageHeader title={title} description={texts.description} actions={create} />
      {isPending && <SkeletonLines count={6} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && rows.length === 0 && <EmptyState icon={icon} title={texts.none} actions={create}>{texts.noneBody}</EmptyState>}
      {rows.length > 0 && <div className={styles['search']}><SearchField label={texts.search} value={search} onChange={setSearch} /></div>}
      {rows.length > 0 && shown.length === 0 && <EmptyState kind="no-match" title={t('ui.noMatch')} actions={<Button onPress={() => setSearch('')}>{t('ui.clear')}</Button>} />}
      {shown.length > 0 && (
        <SimpleTable<Row> label={title} rows={shown} rowKey={({ document }) => document.guanxi.id} isRowMuted={({ state }) => state === 'REMOVED'}
          onOpenRow={(row) => { const href = hrefOf(row); if (href !== undefined) void navigate({ href }); }} columns={[
            { id: 'title', header: t('setup.objects.label'), render: (row) => { const href = hrefOf(row); return href === undefined ? titleOf(row) : <TextLink isPlain href={href}>{titleOf(row)}</TextLink>; } },
            { id: 'name', header: t('setup.objects.apiName'), render: ({ name }) => <CodeText>{name}</CodeText> },
            ...columns,
            { id: 'state', header: t('setup.objects.state'), width: '120px', render: ({ state }) => <StateBadge state={state} /> },
          ]} />
      )}
      {isCreating && renderNew(data ?? [], () => setCreating(false))}
    </PageBody>
  );
}
