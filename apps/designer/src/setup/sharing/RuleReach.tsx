import type { SharedRecords } from '@guanxi/metadata';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, metadataRequest } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import styles from './Sharing.module.css';

/** Milliseconds that nothing is typed before records are counted. */
const PAUSE = 600;

/** How many records a rule opens as it stands, counted on what is published. */
export function RuleReach({ object, which }: { readonly object: string | null; readonly which: SharedRecords | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const asked = object === null || which === null ? null : JSON.stringify({ object, which });
  const [settled, setSettled] = useState(asked);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(asked), PAUSE);
    return () => clearTimeout(timer);
  }, [asked]);
  const { data, error, isFetching } = useQuery({
    queryKey: ['setup', 'shared-count', settled], enabled: settled !== null, placeholderData: keepPreviousData, retry: false, staleTime: 30_000,
    queryFn: async ({ signal }) => (await metadataRequest<{ sharedRecordCount: number }>('query ($object: String!, $which: JSON!) { sharedRecordCount(object: $object, which: $which) }', JSON.parse(settled ?? '{}') as Readonly<Record<string, unknown>>, signal)).sharedRecordCount,
  });
  if (asked === null) return <p className={styles['reach']}>{t('sharing.rules.reachLater')}</p>;
  const refusal = error instanceof ApiError ? error.problems[0]?.message ?? error.message : error?.message;
  if (refusal !== undefined) return <p className={styles['reach']}>{t('sharing.rules.reachFailed', { reason: refusal })}</p>;
  return <p className={styles['reach']} role="status" aria-busy={isFetching}>{data === undefined ? t('sharing.rules.counting') : t('sharing.rules.reach', { count: data, shown: format.number(data) })}</p>;
}
