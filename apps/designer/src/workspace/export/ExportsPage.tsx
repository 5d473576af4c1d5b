import { useQuery } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { EmptyState, ErrorState, PageHeader, SkeletonLines } from '../../ui/index.js';
import { exportsOptions } from './export-queries.js';
import { ExportTable } from './ExportTable.js';

/** A person's own exports: kept for a week to be downloaded. */
export function ExportsPage() {
  const { t } = useTranslation();
  usePage({ title: t('exporting.own'), crumbs: [{ label: t('exporting.own') }] });
  const { data, isPending, error, refetch } = useQuery(exportsOptions(false));
  return (
    <PageBody>
      <PageHeader title={t('exporting.own')} description={t('exporting.ownBody')} />
      {isPending && <SkeletonLines count={5} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState icon={FileDown} title={t('exporting.none')}>{t('exporting.noneBody')}</EmptyState>}
      {data && data.length > 0 && <ExportTable exports={data} />}
    </PageBody>
  );
}
