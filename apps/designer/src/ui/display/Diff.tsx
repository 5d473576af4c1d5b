import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Diff.module.css';

export interface DiffProps {
  /** `null` when there was nothing before. */
  readonly before: ReactNode;
  /** `null` when nothing is left. */
  readonly after: ReactNode;
}

/** One before → after for history, conflicts, plans and revisions. */
export function Diff({ before, after }: DiffProps) {
  const { t } = useTranslation();
  return (
    <span className={styles['diff']}>
      {isBlank(before) ? <span className={styles['blank']}>{t('ui.diff.blank')}</span> : <del className={styles['before']}>{before}</del>}
      <ArrowRight size={13} className={styles['arrow']} role="img" aria-label={t('ui.diff.becomes')} />
      {isBlank(after) ? <span className={styles['blank']}>{t('ui.diff.blank')}</span> : <ins className={styles['after']}>{after}</ins>}
    </span>
  );
}

function isBlank(value: ReactNode): boolean {
  return value === null || value === undefined || value === '';
}
