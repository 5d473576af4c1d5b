import { translate, type PicklistDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ListTree, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { PageBody, useCommands, usePage } from '../../shell/index.js';
import { Badge, Button, CodeText, EmptyState, ErrorState, PageHeader, SearchField, SimpleTable, SkeletonLines, TextLink, useShortcut } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { StateBadge } from '../documents/StateBadge.js';
import { useUndoKeys } from '../documents/use-draft-undo.js';
import { PicklistSheet } from './PicklistSheet.js';
import { usersOfSet } from './users-of-set.js';
import styles from './Picklists.module.css';

type SetRow = StatedDocument<PicklistDocument>;

/** The lists of values that picklists of several objects have in common. */
export function PicklistsPage() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { set: opened } = useSearch({ strict: false }) as { readonly set?: string };
  const [isCreating, setCreating] = useState(false);
  const [search, setSearch] = useState('');
  const { data, isPending, error, refetch } = useQuery(draftedDocuments);
  useUndoKeys();
  usePage({ title: t('shell.setupNav.picklists'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.picklists') }] });
  useShortcut({ keys: 'c', label: t('model.picklists.new'), section: t('shell.setup'), run: () => setCreating(true) });
  useCommands(useMemo(() => [{ id: 'new-picklist', label: t('model.picklists.new'), section: t('shell.commands.here'), icon: Plus, shortcut: 'c', run: () => setCreating(true) }], [t]));

  const titleOfSet = ({ title, titles }: PicklistDocument) => translate(title, titles, i18n.language);
  const sets = (data ?? []).filter(isKind('picklist')).sort((one, other) => titleOfSet(one.document).localeCompare(titleOfSet(other.document), i18n.language));
  const wanted = search.trim().toLocaleLowerCase();
  const shown = sets.filter(({ name, document }) => [name, titleOfSet(document), ...document.values.map(({ value, label = value }) => label)].some((text) => text.toLocaleLowerCase().includes(wanted)));
  const open = (set: string | undefined) => void navigate({ to: '/setup/picklists', search: set === undefined ? {} : { set }, replace: true });
  const chosen = sets.find(({ name, state }) => name === opened && state !== 'REMOVED');
  const create = <Button variant="primary" icon={Plus} onPress={() => setCreating(true)}>{t('model.picklists.new')}</Button>;
  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.picklists')} description={t('model.picklists.description')} actions={create} />
      {isPending && <SkeletonLines count={6} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && sets.length === 0 && <EmptyState icon={ListTree} title={t('model.picklists.none')} actions={create}>{t('model.picklists.noneBody')}</EmptyState>}
      {sets.length > 0 && <div className={styles['tools']}><SearchField label={t('model.picklists.search')} value={search} onChange={setSearch} /></div>}
      {sets.length > 0 && shown.length === 0 && <EmptyState kind="no-match" title={t('ui.noMatch')} actions={<Button onPress={() => setSearch('')}>{t('ui.clear')}</Button>} />}
      {shown.length > 0 && (
        <SimpleTable<SetRow> label={t('shell.setupNav.picklists')} rows={shown} rowKey={({ document }) => document.guanxi.id} isRowMuted={({ state }) => state === 'REMOVED'} onOpenRow={({ name, state }) => { if (state !== 'REMOVED') open(name); }} columns={[
          { id: 'title', header: t('setup.objects.label'), render: ({ name, document, state }) => (state === 'REMOVED' ? titleOfSet(document) : <TextLink isPlain href={`/setup/picklists?set=${name}`}>{titleOfSet(document)}</TextLink>) },
          { id: 'name', header: t('setup.objects.apiName'), render: ({ name }) => <CodeText>{name}</CodeText> },
          { id: 'values', header: t('setup.setting.values'), render: ({ document }) => <ValuesPreview document={document} language={i18n.language} /> },
          { id: 'count', header: t('model.picklists.count'), align: 'end', render: ({ document }) => format.number(document.values.length) },
          { id: 'used', header: t('model.picklists.usedBy'), align: 'end', render: ({ name }) => format.number(usersOfSet(name, data ?? []).length) },
          { id: 'state', header: t('setup.objects.state'), width: '120px', render: ({ state }) => <StateBadge state={state} /> },
        ]} />
      )}
      {isCreating && <PicklistSheet stated={null} onClose={() => setCreating(false)} />}
      {chosen && <PicklistSheet key={chosen.document.guanxi.id} stated={chosen} onClose={() => open(undefined)} />}
    </PageBody>
  );
}

function ValuesPreview({ document, language }: { readonly document: PicklistDocument; readonly language: string }) {
  const shown = document.values.slice(0, 4);
  return (
    <span className={styles['preview']}>
      {shown.map(({ value, label = value, labels, color }) => <Badge key={value} hue={color ?? null}>{translate(label, labels, language)}</Badge>)}
      {document.values.length > shown.length && <span className={styles['quiet']}>+{document.values.length - shown.length}</span>}
    </span>
  );
}
