import { useQuery } from '@tanstack/react-query';
import { Copy, Network } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Button, EmptyState, ErrorState, Sheet, showToast, SkeletonLines } from '../../ui/index.js';
import { fieldUsageOptions } from '../documents/setup-queries.js';
import { fieldStatisticsOptions, objectUsageOptions } from '../documents/usage-queries.js';
import { groupUses } from './group-uses.js';
import { UseTree } from './UseTree.js';
import styles from './WhereUsed.module.css';

interface WhereUsedSheetProps {
  readonly object: string;
  /** Null asks for the object as a whole. */
  readonly field: string | null;
  readonly title: string;
  readonly onClose: () => void;
}

/** Everything that would break, or change its meaning, without a field or an object. */
export function WhereUsedSheet({ object, field, title, onClose }: WhereUsedSheetProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const ofField = useQuery({ ...fieldUsageOptions(object, field ?? ''), enabled: field !== null, staleTime: 0 });
  const ofObject = useQuery({ ...objectUsageOptions(object), enabled: field === null, staleTime: 0 });
  const { data, isPending, error, refetch } = field === null ? ofObject : ofField;
  const statistics = useQuery({ ...fieldStatisticsOptions(object), enabled: field !== null });
  const apiUses = field === null ? undefined : statistics.data?.get(field)?.apiUses;
  const areas = groupUses(data ?? []);
  const copy = () => {
    const lines = (data ?? []).map(({ kind, name, path }) => `${kind}\t${name}\t${path}`);
    void navigator.clipboard.writeText(lines.join('\n')).then(() => showToast({ message: t('model.usage.copied'), tone: 'success' }));
  };
  return (
    <Sheet isOpen onOpenChange={onClose} title={t('model.usage.title', { name: title })} description={field === null ? object : `${object}.${field}`}
      footer={areas.length > 0 && <Button icon={Copy} onPress={copy}>{t('model.usage.copy')}</Button>}>
      {isPending && <SkeletonLines count={6} />}
      {error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && areas.length === 0 && <EmptyState icon={Network} title={t('model.usage.none')}>{t('model.usage.noneBody')}</EmptyState>}
      {areas.length > 0 && (
        <>
          <p className={styles['sum']}>{t('model.usage.places', { count: data?.length ?? 0, number: format.number(data?.length ?? 0) })}</p>
          <UseTree areas={areas} />
        </>
      )}
      {apiUses === 0 && areas.length > 0 && <p className={styles['api']}>{t('model.usage.noApi')}</p>}
    </Sheet>
  );
}
