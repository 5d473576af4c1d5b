import { RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { classNames, IconButton, Skeleton, TextLink } from '../../ui/index.js';
import styles from './Home.module.css';

interface HealthCardProps {
  readonly label: string;
  /** Undefined while it is counted, null where that failed. */
  readonly value: number | null | undefined;
  readonly note: string;
  readonly href: string;
  readonly tone?: 'plain' | 'accent' | 'danger';
  readonly onRetry: () => void;
}

/** One number that says how the org is. A card that could not be counted is tried again by itself; the others stay. */
export function HealthCard({ label, value, note, href, tone = 'plain', onRetry }: HealthCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles['card']}>
      <TextLink isPlain href={href}><span className={styles['cardLabel']}>{label}</span></TextLink>
      <span className={classNames(styles['number'], styles[tone])}>
        {value === undefined ? <Skeleton width="64px" height="24px" /> : value === null ? <span className={styles['retry']}><IconButton icon={RotateCw} label={t('model.home.retry', { name: label })} onPress={onRetry} /></span> : format.number(value)}
      </span>
      <span className={styles['quiet']}>{value === null ? t('model.home.failed') : note}</span>
    </div>
  );
}
