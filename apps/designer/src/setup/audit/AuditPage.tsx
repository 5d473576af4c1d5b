import { WidgetKitProvider } from '@guanxi/field-types/widgets';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Download, ScrollText } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useWorkspaceQuery } from '../../api/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, DateField, EmptyState, ErrorState, Menu, PageHeader, Select, SkeletonLines, widgetKit } from '../../ui/index.js';
import { useItemKeys } from '../../workspace/bin/use-item-keys.js';
import { AuditEntry } from './AuditEntry.js';
import { auditFileHref, auditKinds, auditOptions, peopleOptions, trailDaysOptions, trailFileHref, type AuditKind } from './audit-query.js';
import { filterOf, noDays, readWish, writeWish, type AuditWish } from './audit-wish.js';
import { ChainState } from './ChainState.js';
import { FilterMenu } from './FilterMenu.js';
import styles from './Audit.module.css';

const everything = '*';
const formats = ['csv', 'ndjson'] as const;

/** Who changed what and when: records, many of them at once, and the objects themselves. */
export function AuditPage() {
  const { t } = useTranslation();
  const title = t('shell.setupNav.audit');
  usePage({ title, crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: title }] });
  const navigate = useNavigate();
  const wish = readWish(useSearch({ strict: false }));
  const setWish = (next: AuditWish) => void navigate({ to: '/setup/audit', search: writeWish(next), replace: true });
  const place = useRef<HTMLDivElement>(null);
  useItemKeys(place, 'ol > li');
  const filter = filterOf(wish);
  const { data: workspace } = useWorkspaceQuery();
  const { data: people } = useQuery(peopleOptions);
  const { data: days } = useQuery(trailDaysOptions);
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(auditOptions(filter));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const isNarrowed = Object.values(wish).some((value) => value !== null);
  const narrow = (change: Partial<AuditWish>) => setWish({ ...wish, ...change });
  const choose = (label: string, value: string | null, choices: readonly { readonly value: string; readonly label: string }[], onChange: (next: string | null) => void) => (
    <Select label={label} value={value ?? everything} choices={[{ value: everything, label: t('keeping.audit.all') }, ...choices]} onChange={(next) => onChange(next === everything ? null : next)} />
  );
  return (
    <PageBody>
      <PageHeader title={title} description={`${t('trail.description')} ${days === undefined ? '' : days === null ? t('trail.keptForGood') : t('trail.kept', { count: days })}`} actions={(
        <>
          <FilterMenu wish={wish} isNarrowed={isNarrowed} onChoose={setWish} />
          <Menu label={t('keeping.audit.export')} placement="bottom end" trigger={<Button icon={Download}>{t('keeping.audit.export')}</Button>}
            groups={[
              { id: 'formats', items: formats.map((format) => ({ id: format, label: t(`keeping.audit.formats.${format}`), onAction: () => location.assign(auditFileHref(filter, format)) })) },
              { id: 'trail', items: formats.map((format) => ({ id: `trail ${format}`, label: t(`trail.export.${format}`), onAction: () => location.assign(trailFileHref(filter, format)) })) },
            ]} />
        </>
      )} />
      <ChainState />
      <div className={styles['filters']}>
        {choose(t('keeping.audit.kind'), wish.kind, auditKinds.map((kind) => ({ value: kind, label: t(`trail.kinds.${kind}`) })), (kind) => narrow({ kind: kind as AuditKind | null }))}
        {choose(t('keeping.bin.kind'), wish.object, (workspace?.objects ?? []).filter(({ platform }) => !platform).map(({ name, pluralLabel }) => ({ value: name, label: pluralLabel })), (object) => narrow({ object }))}
        {choose(t('keeping.audit.who'), wish.actorId, (people ?? []).map(({ id, name }) => ({ value: id, label: name })), (actorId) => narrow({ actorId }))}
        <DateField label={t('keeping.audit.from')} value={wish.fromDay} onChange={(fromDay) => narrow({ fromDay })} />
        <DateField label={t('keeping.audit.to')} value={wish.toDay} onChange={(toDay) => narrow({ toDay })} />
      </div>
      {isPending && <SkeletonLines count={8} />}
      {error && <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />}
      {data && items.length === 0 && (
        <EmptyState icon={ScrollText} title={t('keeping.audit.none')} actions={isNarrowed ? <Button onPress={() => setWish(noDays)}>{t('keeping.audit.clear')}</Button> : undefined}>
          {t(isNarrowed ? 'keeping.audit.noneFiltered' : 'keeping.audit.noneBody')}
        </EmptyState>
      )}
      <WidgetKitProvider kit={widgetKit}>
        {items.length > 0 && <div ref={place}><ol className={styles['log']} aria-label={title}>{items.map((item) => <AuditEntry key={item.id} item={item} object={workspace?.objects.find(({ name }) => name === item.object)} />)}</ol></div>}
      </WidgetKitProvider>
      {hasNextPage && <div className={styles['more']}><Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>{t('keeping.more')}</Button></div>}
    </PageBody>
  );
}
