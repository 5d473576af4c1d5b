import { translate, type ObjectDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Boxes, CopyPlus, Ellipsis, ExternalLink, Network, Plus, Settings2 } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { PageBody, useCommands, usePage } from '../../shell/index.js';
import { Button, CodeText, EmptyState, ErrorState, IconButton, LinkButton, Menu, ObjectGlyph, PageHeader, SearchField, SimpleTable, Skeleton, SkeletonLines, TextLink, useShortcut, type SimpleColumn } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { draftedDocuments, isKind, objectCountsOptions } from '../documents/setup-queries.js';
import { StateBadge } from '../documents/StateBadge.js';
import { useUndoKeys } from '../documents/use-draft-undo.js';
import { useEdit } from '../documents/use-edit.js';
import { titleOf } from '../documents/use-object-title.js';
import { copyObject } from './copy-object.js';
import { NewObjectSheet } from './NewObjectSheet.js';
import { useRowKeys } from './use-row-keys.js';
import styles from './Objects.module.css';

type ObjectRow = StatedDocument<ObjectDocument>;

export function ObjectsPage() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const [isCreating, setCreating] = useState(false);
  const { data, isPending, error, refetch } = useQuery(draftedDocuments);
  const place = useRef<HTMLDivElement>(null);
  const columns = useColumns();
  useUndoKeys();
  useRowKeys(place);
  usePage({ title: t('shell.setupNav.objects'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.objects') }] });
  useShortcut({ keys: 'c', label: t('setup.objects.new'), section: t('shell.setup'), run: () => setCreating(true) });
  useCommands(useMemo(() => [{ id: 'new-object', label: t('setup.objects.new'), section: t('shell.commands.here'), icon: Plus, shortcut: 'c', run: () => setCreating(true) }], [t]));

  const objects = useMemo(() => (data ?? []).filter(isKind('object'))
    .sort((left, right) => titleOf(left.document, i18n.language).localeCompare(titleOf(right.document, i18n.language), i18n.language)), [data, i18n.language]);
  const wanted = search.trim().toLocaleLowerCase();
  const shown = objects.filter(({ name, document }) => [name, document.title, ...Object.values(document.guanxi.titles ?? {})].some((text) => text.toLocaleLowerCase().includes(wanted)));
  const create = <Button variant="primary" icon={Plus} onPress={() => setCreating(true)}>{t('setup.objects.new')}</Button>;

  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.objects')} description={t('setup.objects.description')} actions={<><LinkButton icon={Network} href="/setup/map">{t('shell.setupNav.map')}</LinkButton>{create}</>} />
      {isPending && <SkeletonLines count={8} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && objects.length === 0 && <EmptyState icon={Boxes} title={t('setup.objects.none')} actions={create}>{t('setup.objects.noneBody')}</EmptyState>}
      {objects.length > 0 && (
        <>
          <div className={styles['tools']}><SearchField label={t('setup.objects.search')} value={search} onChange={setSearch} /></div>
          {shown.length === 0
            ? <EmptyState kind="no-match" title={t('ui.noMatch')} actions={<Button onPress={() => setSearch('')}>{t('ui.clear')}</Button>} />
            : (
              <div ref={place}><SimpleTable label={t('shell.setupNav.objects')} rows={shown} columns={columns} rowKey={({ document }) => document.guanxi.id} isRowMuted={({ state }) => state === 'REMOVED'}
                onOpenRow={({ name }) => void navigate({ to: '/setup/objects/$object', params: { object: name } })} /></div>
            )}
        </>
      )}
      <NewObjectSheet isOpen={isCreating} onClose={() => setCreating(false)} onCreated={(object) => void navigate({ to: '/setup/objects/$object', params: { object } })} />
    </PageBody>
  );
}

function useColumns(): readonly SimpleColumn<ObjectRow>[] {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { data: counts, isPending } = useQuery(objectCountsOptions);
  const { data: documents = [] } = useQuery(draftedDocuments);
  const { edit } = useEdit();
  const apps = documents.filter(isKind('app')).map(({ document }) => document);
  const appsOf = (name: string) => apps.filter(({ navigation }) => navigation.some((entry) => (typeof entry === 'string' ? entry === name : 'items' in entry && entry.items.includes(name))));
  const duplicate = async (document: ObjectDocument) => {
    const copy = copyObject(document, t('model.copyOf', { name: document.title }), documents.map(({ name }) => name));
    if (await edit({ documents: [copy] }, t('setup.newObject.created', { name: copy.title }))) void navigate({ to: '/setup/objects/$object', params: { object: copy.name } });
  };
  return [
    {
      id: 'label', header: t('setup.objects.label'), render: ({ name, document }) => (
        <span className={styles['name']}>
          <ObjectGlyph name={name} icon={document.guanxi.icon} hue={document.guanxi.color ?? document.guanxi.id} />
          <TextLink isPlain href={`/setup/objects/${name}`}>{titleOf(document, i18n.language)}</TextLink>
        </span>
      ),
    },
    { id: 'name', isSecondary: true, header: t('setup.objects.apiName'), render: ({ name }) => <CodeText>{name}</CodeText> },
    { id: 'records', header: t('setup.objects.records'), align: 'end', render: ({ name, state }) => (isPending ? <Skeleton width="40px" /> : state === 'CREATED' ? '–' : format.number(counts?.get(name) ?? 0)) },
    { id: 'fields', isSecondary: true, header: t('setup.objects.fields'), align: 'end', render: ({ document }) => format.number(Object.keys(document.properties).length) },
    { id: 'apps', isSecondary: true, header: t('model.objects.apps'), render: ({ name }) => appsOf(name).map(({ title, titles }) => translate(title, titles, i18n.language)).join(', ') || <span className={styles['quiet']}>–</span> },
    { id: 'state', header: t('setup.objects.state'), width: '120px', render: ({ state }) => <StateBadge state={state} /> },
    {
      id: 'actions', header: '', width: '40px', render: ({ name, document, state }) => (
        <Menu label={t('ui.more')} placement="bottom end" trigger={<IconButton size="small" icon={Ellipsis} label={t('model.rules.actions', { name: titleOf(document, i18n.language) })} />} groups={[
          { id: 'go', items: [
            { id: 'records', label: t('setup.object.openRecords'), icon: ExternalLink, isDisabled: state === 'CREATED' || state === 'REMOVED', href: `/app/${name}` },
            { id: 'map', label: t('model.object.onMap'), icon: Network, href: `/setup/map?object=${name}` },
            { id: 'settings', label: t('setup.object.tab.settings'), icon: Settings2, href: `/setup/objects/${name}?tab=settings` },
          ] },
          { id: 'copy', items: [{ id: 'copy', label: t('model.rules.duplicate'), icon: CopyPlus, isDisabled: state === 'REMOVED', onAction: () => void duplicate(document) }] },
        ]} />
      ),
    },
  ];
}
