import { WidgetKitProvider } from '@guanxi/field-types/widgets';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useWorkspaceQuery } from '../../api/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, DateField, EmptyState, ErrorState, PageHeader, Select, SkeletonLines, widgetKit } from '../../ui/index.js';
import { AuditEntry } from './AuditEntry.js';
import { auditOptions, peopleOptions, type AuditFilter, type AuditKind } from './audit-query.js';
import styles from './Audit.module.css';

const everything = '*';
const kinds: readonly AuditKind[] = ['RECORD', 'OPERATION', 'PUBLISHING'];
const noFilter: AuditFilter = { kind: null, object: null, actorId: null, from: null, to: null };

/** Who changed what and when: records, many of them at once, and the objects themselves. */
export function AuditPage() {
  const { t } = useTranslation();
  const title = t('shell.setupNav.audit');
  usePage({ title, crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: title }] });
  const [filter, setFilter] = useState(noFilter);
  const [days, setDays] = useState<{ readonly from: string | null; readonly to: string | null }>({ from: null, to: null });
  const { data: workspace } = useWorkspaceQuery();
  const { data: people } = useQuery(peopleOptions);
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(auditOptions(filter));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const isNarrowed = Object.values(filter).some((value) => value !== null);
  const narrow = (change: Partial<AuditFilter>) => setFilter({ ...filter, ...change });
  const setDay = (end: 'from' | 'to', day: string | null) => {
    setDays({ ...days, [end]: day });
    narrow({ [end]: day === null ? null : startOfDay(day, end === 'to' ? 1 : 0) });
  };
  const choose = (label: string, value: string | null, choices: readonly { readonly value: string; readonly label: string }[], onChange: (next: string | null) => void) => (
    <Select label={label} value={value ?? everything} choices={[{ value: everything, label: t('keeping.audit.all') }, ...choices]} onChange={(next) => onChange(next === everything ? null : next)} />
  );
  return (
    <PageBody>
      <PageHeader title={title} description={t('keeping.audit.description')} />
      <div className={styles['filters']}>
        {choose(t('keeping.audit.kind'), filter.kind, kinds.map((kind) => ({ value: kind, label: t(`keeping.audit.kinds.${kind}`) })), (kind) => narrow({ kind: kind as AuditKind | null }))}
        {choose(t('keeping.bin.kind'), filter.object, (workspace?.objects ?? []).filter(({ platform }) => !platform).map(({ name, pluralLabel }) => ({ value: name, label: pluralLabel })), (object) => narrow({ object }))}
        {choose(t('keeping.audit.who'), filter.actorId, (people ?? []).map(({ id, name }) => ({ value: id, label: name })), (actorId) => narrow({ actorId }))}
        <DateField label={t('keeping.audit.from')} value={days.from} onChange={(day) => setDay('from', day)} />
        <DateField label={t('keeping.audit.to')} value={days.to} onChange={(day) => setDay('to', day)} />
      </div>
      {isPending && <SkeletonLines count={8} />}
      {error && <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />}
      {data && items.length === 0 && (
        <EmptyState icon={ScrollText} title={t('keeping.audit.none')} actions={isNarrowed ? <Button onPress={() => { setFilter(noFilter); setDays({ from: null, to: null }); }}>{t('keeping.audit.clear')}</Button> : undefined}>
          {t(isNarrowed ? 'keeping.audit.noneFiltered' : 'keeping.audit.noneBody')}
        </EmptyState>
      )}
      <WidgetKitProvider kit={widgetKit}>
        {items.length > 0 && <ol className={styles['log']} aria-label={title}>{items.map((item) => <AuditEntry key={item.id} item={item} object={workspace?.objects.find(({ name }) => name === item.object)} />)}</ol>}
      </WidgetKitProvider>
      {hasNextPage && <div className={styles['more']}><Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>{t('keeping.more')}</Button></div>}
    </PageBody>
  );
}

/** The instant at which a day begins where the reader is, some days later. */
function startOfDay(day: string, later: number): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
