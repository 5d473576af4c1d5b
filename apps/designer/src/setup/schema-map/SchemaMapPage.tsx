import { translate } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Boxes, Download, Funnel } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePage } from '../../shell/index.js';
import { Button, EmptyState, ErrorState, LinkButton, ObjectGlyph, PageHeader, SearchField, Select, SkeletonLines } from '../../ui/index.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { titleOf } from '../documents/use-object-title.js';
import { buildGraph, filterGraph } from './build-graph.js';
import { MapOutline } from './MapOutline.js';
import { saveAsImage } from './save-as-image.js';
import styles from './SchemaMap.module.css';

const SchemaCanvas = lazy(async () => ({ default: (await import('./SchemaCanvas.js')).SchemaCanvas }));
/** More cards than this are no map any more. */
const mostObjects = 150;

/** All objects with what connects them: as a canvas, and as a list that says the same. */
export function SchemaMapPage() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { object: center, hops = '1', app: appName } = useSearch({ strict: false }) as { readonly object?: string; readonly hops?: string; readonly app?: string };
  const [search, setSearch] = useState('');
  const [active, setActive] = useState<string | null>(null);
  const { data, isPending, error, refetch } = useQuery(draftedDocuments);
  usePage({ title: t('shell.setupNav.map'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.map') }] });

  const objects = useMemo(() => (data ?? []).filter(isKind('object')).filter(({ state }) => state !== 'REMOVED').map(({ document }) => document)
    .sort((one, other) => titleOf(one, i18n.language).localeCompare(titleOf(other, i18n.language), i18n.language)), [data, i18n.language]);
  const apps = (data ?? []).filter(isKind('app')).filter(({ state }) => state !== 'REMOVED').map(({ document }) => document);
  const whole = useMemo(() => buildGraph(objects, i18n.language), [objects, i18n.language]);
  const app = apps.find(({ name }) => name === appName) ?? null;
  const isKnown = objects.some(({ name }) => name === center);
  const graph = useMemo(() => filterGraph(whole, { app, search, center: isKnown ? center ?? null : null, hops: Number(hops) || 1 }), [whole, app, search, center, isKnown, hops]);
  const ask = (changes: { readonly object?: string | undefined; readonly hops?: string | undefined; readonly app?: string | undefined }) => {
    const next = { object: center, hops, app: appName, ...changes };
    void navigate({ to: '/setup/map', replace: true, search: { ...(next.object !== undefined && { object: next.object }), ...(next.object !== undefined && next.hops !== '1' && { hops: next.hops }), ...(next.app !== undefined && { app: next.app }) } });
  };
  const open = (name: string) => void navigate({ to: '/setup/objects/$object', params: { object: name } });
  const isTooMany = graph.objects.length > mostObjects;
  const isFiltered = search !== '' || isKnown || app !== null;
  const showAll = () => { setSearch(''); ask({ object: undefined, app: undefined }); };

  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <PageHeader title={t('shell.setupNav.map')} description={t('model.map.description', { count: graph.objects.length })}
          actions={<Button icon={Download} isDisabled={graph.objects.length === 0 || isTooMany} onPress={() => void saveAsImage(graph, (one) => titleOf(one, i18n.language))}>{t('model.map.save')}</Button>} />
        <div className={styles['filters']} role="search" aria-label={t('ui.filter')}>
          <div className={styles['search']}><SearchField label={t('setup.objects.search')} value={search} onChange={setSearch} /></div>
          <div className={styles['choice']}>
            <Select label={t('model.map.center')} hideLabel isClearable placeholder={t('model.map.everything')} value={isKnown ? center ?? null : null} onChange={(next) => ask({ object: next ?? undefined })}
              choices={objects.map((one) => ({ value: one.name, label: t('model.map.around', { name: titleOf(one, i18n.language) }), glyph: <ObjectGlyph size="small" name={one.name} icon={one.guanxi.icon} hue={one.guanxi.color ?? one.guanxi.id} /> }))} />
          </div>
          {isKnown && (
            <div className={styles['hops']}>
              <Select label={t('model.map.hops')} hideLabel value={hops} onChange={(next) => ask({ hops: next ?? '1' })} choices={['1', '2', '3'].map((value) => ({ value, label: t('model.map.hopCount', { count: Number(value) }) }))} />
            </div>
          )}
          {apps.length > 0 && (
            <div className={styles['choice']}>
              <Select label={t('model.map.app')} hideLabel isClearable placeholder={t('model.map.allApps')} value={app?.name ?? null} onChange={(next) => ask({ app: next ?? undefined })} choices={apps.map(({ name, title, titles }) => ({ value: name, label: translate(title, titles, i18n.language) }))} />
            </div>
          )}
          {isFiltered && <Button variant="quiet" onPress={showAll}>{t('ui.clearFilters')}</Button>}
        </div>
      </div>
      {isPending && <div className={styles['message']}><SkeletonLines count={8} /></div>}
      {error && !data && <div className={styles['message']}><ErrorState message={error.message} onRetry={() => void refetch()} /></div>}
      {data && objects.length === 0 && <div className={styles['message']}><EmptyState icon={Boxes} title={t('setup.objects.none')} actions={<LinkButton href="/setup/objects">{t('setup.objects.new')}</LinkButton>}>{t('setup.objects.noneBody')}</EmptyState></div>}
      {objects.length > 0 && (
        <div className={styles['panes']}>
          <MapOutline graph={graph} active={active} onActive={setActive} />
          <div className={styles['canvas']}>
            {graph.objects.length === 0 ? <EmptyState kind="no-match" title={t('ui.noMatch')} actions={<Button onPress={showAll}>{t('ui.clearFilters')}</Button>} />
              : isTooMany ? <EmptyState icon={Funnel} title={t('model.map.tooMany', { count: graph.objects.length })}>{t('model.map.tooManyBody')}</EmptyState>
                : <Suspense fallback={<SkeletonLines count={6} />}><SchemaCanvas graph={graph} active={active} onActive={setActive} onOpen={open} onCenter={(name) => ask({ object: name })} /></Suspense>}
          </div>
        </div>
      )}
    </div>
  );
}
