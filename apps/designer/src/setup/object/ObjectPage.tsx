import type { ObjectDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, CodeText, EmptyState, ErrorState, LinkButton, ObjectGlyph, PageHeader, SkeletonLines, Tabs } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { draftedDocuments, isKind, objectCountsOptions, useObjectDocument } from '../documents/setup-queries.js';
import { StateBadge } from '../documents/StateBadge.js';
import { titleOf } from '../documents/use-object-title.js';
import { FieldsTab } from './fields/FieldsTab.js';
import { JsonTab } from './JsonTab.js';
import { LayoutTab } from './LayoutTab.js';
import { readRelations, RelationsTab } from './RelationsTab.js';
import { SettingsTab } from './SettingsTab.js';
import { ViewsTab } from './ViewsTab.js';

export function ObjectPage() {
  const { t, i18n } = useTranslation();
  const { object: name } = useParams({ strict: false }) as { readonly object: string };
  const { stated, before, isPending, error, retry } = useObjectDocument(name);
  const title = stated ? titleOf(stated.document, i18n.language) : name;
  usePage({ title, crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.objects'), href: '/setup/objects' }, { label: title }] });
  if (isPending) return <PageBody><PageHeader title={name} /><SkeletonLines count={10} /></PageBody>;
  if (error && !stated) return <PageBody><ErrorState message={error.message} onRetry={retry} /></PageBody>;
  if (!stated) {
    return (
      <PageBody>
        <EmptyState kind="no-match" title={t('setup.object.unknown', { name })} actions={<LinkButton href="/setup/objects">{t('setup.object.back')}</LinkButton>}>{t('setup.object.unknownBody')}</EmptyState>
      </PageBody>
    );
  }
  return <FoundObject stated={stated} before={before} title={title} />;
}

function FoundObject({ stated, before, title }: { readonly stated: StatedDocument<ObjectDocument>; readonly before: ObjectDocument | null; readonly title: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { tab = 'fields' } = useSearch({ strict: false }) as { readonly tab?: string };
  const { data: documents = [] } = useQuery(draftedDocuments);
  const { data: counts } = useQuery(objectCountsOptions);
  const { document, state, name } = stated;
  const records = counts?.get(before?.name ?? name);
  const fields = Object.keys(document.properties).length;
  const relations = readRelations(document, documents.filter(isKind('object')));
  const views = documents.filter(isKind('view')).filter((one) => one.document.object === name);
  const items = [
    { id: 'fields', label: t('setup.object.tab.fields'), count: fields, content: <FieldsTab object={document} before={before} title={title} isRemoved={state === 'REMOVED'} /> },
    { id: 'relations', label: t('setup.object.tab.relations'), count: relations.length, content: <RelationsTab relations={relations} /> },
    { id: 'layout', label: t('setup.object.tab.layout'), content: <LayoutTab object={document} documents={documents} /> },
    { id: 'views', label: t('setup.object.tab.views'), count: views.length, content: <ViewsTab views={views} object={document} /> },
    { id: 'json', label: t('setup.object.tab.json'), content: <JsonTab object={document} isPublished={before !== null} /> },
    { id: 'settings', label: t('setup.object.tab.settings'), content: <SettingsTab key={document.guanxi.id} object={document} isPublished={before !== null} records={records ?? 0} /> },
  ];
  return (
    <PageBody>
      <PageHeader title={title} glyph={<ObjectGlyph size="large" name={name} icon={document.guanxi.icon} hue={document.guanxi.color ?? document.guanxi.id} />}
        badges={<StateBadge state={state} />}
        description={<><CodeText isCopyable>{name}</CodeText> · {before ? t('setup.object.records', { count: records ?? 0, number: format.number(records ?? 0) }) : t('setup.object.notYet')}{document.description && ` · ${document.description}`}</>}
        actions={before ? <LinkButton icon={ExternalLink} href={`/app/${before.name}`}>{t('setup.object.openRecords')}</LinkButton> : <Button isDisabled icon={ExternalLink}>{t('setup.object.openRecords')}</Button>} />
      <Tabs label={title} items={items} value={items.some(({ id }) => id === tab) ? tab : 'fields'}
        onChange={(next) => void navigate({ to: '/setup/objects/$object', params: { object: name }, search: next === 'fields' ? {} : { tab: next }, replace: true })} />
    </PageBody>
  );
}
