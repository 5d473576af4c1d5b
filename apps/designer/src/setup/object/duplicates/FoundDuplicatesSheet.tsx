import { queryOptions, useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { metadataRequest } from '../../../api/index.js';
import { useFormat } from '../../../format/index.js';
import { EmptyState, ErrorState, LinkButton, Sheet, SkeletonLines, TextLink } from '../../../ui/index.js';
import styles from './Duplicates.module.css';

interface DuplicateGroup { readonly records: readonly { readonly id: string; readonly name: string | null }[] }

const duplicatesOptions = (object: string, rule: string) => queryOptions({
  queryKey: ['setup', 'duplicates', object, rule],
  queryFn: async ({ signal }) => (await metadataRequest<{ duplicates: DuplicateGroup[] }>('query ($object: String!, $rule: String!) { duplicates(object: $object, rule: $rule, first: 100) { records { id name } } }', { object, rule }, signal)).duplicates,
  retry: false, staleTime: 0,
});

/** The records that are there already and count as the same, group by group. */
export function FoundDuplicatesSheet({ object, rule, title, onClose }: { readonly object: string; readonly rule: string; readonly title: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isPending, error, refetch } = useQuery(duplicatesOptions(object, rule));
  return (
    <Sheet isOpen onOpenChange={onClose} title={t('model.duplicates.found')} description={title}>
      {isPending && <SkeletonLines count={5} />}
      {error && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState icon={CircleCheck} title={t('model.duplicates.noneFound')}>{t('model.duplicates.noneFoundBody')}</EmptyState>}
      {data && data.length > 0 && (
        <>
          <p className={styles['quiet']}>{t('model.duplicates.groups', { count: data.length, number: format.number(data.length) })}</p>
          <p><LinkButton size="small" href={`/app/${encodeURIComponent(object)}/duplicates?rule=${encodeURIComponent(rule)}`}>{t('merging.compare')}</LinkButton></p>
          <ol className={styles['groups']}>
            {data.map(({ records }) => (
              <li key={records.map(({ id }) => id).join()} className={styles['group']}>
                {records.map(({ id, name }) => <TextLink key={id} href={`/app/${object}/${id}`} isExternal>{name || t('setup.publish.unnamed')}</TextLink>)}
              </li>
            ))}
          </ol>
        </>
      )}
    </Sheet>
  );
}
