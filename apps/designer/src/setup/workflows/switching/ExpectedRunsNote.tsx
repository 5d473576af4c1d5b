import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Notice, SkeletonLines } from '../../../ui/index.js';
import { expectedRunsOptions } from '../trace/insight-queries.js';
import styles from './Switching.module.css';

/** How often the workflow is to be expected to run, by what it would have done lately. */
export function ExpectedRunsNote({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isPending, error } = useQuery(expectedRunsOptions(name));
  if (isPending) return <SkeletonLines count={2} />;
  // Switching on does not depend on a guess.
  if (error) return <p className={styles['number']}>{t('insight.expected.failed')}</p>;
  if (!data.isKnown) return <Notice title={t('insight.expected.unknown')}>{data.limits.map((limit) => <p key={limit}>{limit}</p>)}</Notice>;
  // A hundredth of a run says nothing to anybody.
  const perDay = data.perDay > 0 && data.perDay < 1 ? `< ${format.number(1)}` : format.number(Math.round(data.perDay));
  return (
    <section className={styles['expected']}>
      <p className={styles['number']}><strong>{perDay}</strong> {t('insight.expected.perDay')}</p>
      <p>{t('insight.expected.because', { count: data.total, number: format.number(data.total), days: format.number(data.days) })}{data.peakDay && data.peak > 0 && ` ${t('insight.expected.peak', { number: format.number(data.peak), day: format.date(data.peakDay) })}`}</p>
    </section>
  );
}
