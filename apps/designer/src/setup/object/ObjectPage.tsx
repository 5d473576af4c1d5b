import type { ObjectDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { EmptyState, ErrorState, LinkButton, PageHeader, SkeletonLines, Tabs } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { draftedDocuments, objectCountsOptions, useObjectDocument } from '../documents/setup-queries.js';
import { useUndoKeys } from '../documents/use-draft-undo.js';
import { titleOf } from '../documents/use-object-title.js';
import { ObjectHeader } from './ObjectHeader.js';
import { describeTabs } from './object-tabs.js';
import { TabBoundary } from './TabBoundary.js';
import { TabKeys } from './TabKeys.js';

export function ObjectPage() {
  const { t, i18n } = useTranslation();
  const { object: name } = useParams({ strict: false }) as { readonly object: string };
  const { stated, before, isPending, error, retry } = useObjectDocument(name);
  const title = stated ? titleOf(stated.document, i18n.language) : name;
  usePage({ title, crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.objects'), href: '/setup/objects' }, { label: title }] });
  useUndoKeys();
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
  const navigate = useNavigate();
  const { tab = 'fields' } = useSearch({ strict: false }) as { readonly tab?: string };
  const { data: documents = [] } = useQuery(draftedDocuments);
  const { data: counts } = useQuery(objectCountsOptions);
  const records = counts?.get(before?.name ?? stated.name);
  const items = describeTabs({ stated, before, title, documents, records: records ?? 0 });
  const go = (next: string) => void navigate({ to: '/setup/objects/$object', params: { object: stated.name }, search: next === 'fields' ? {} : { tab: next }, replace: true });
  const shown = items.some(({ id }) => id === tab) ? tab : 'fields';
  return (
    <PageBody>
      <ObjectHeader stated={stated} before={before} title={title} records={records} documents={documents} onTab={go} />
      <TabKeys ids={items.map(({ id }) => id)} labelOf={(id) => t(`setup.object.tab.${id}`)} onGo={go} />
      <Tabs label={title} value={shown} onChange={go}
        items={items.map(({ id, count, content }) => ({ id, label: t(`setup.object.tab.${id}`), ...(count ? { count } : {}), content: <TabBoundary key={id}>{content()}</TabBoundary> }))} />
    </PageBody>
  );
}
