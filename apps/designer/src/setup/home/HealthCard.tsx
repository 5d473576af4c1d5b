import { useFormat } from '../../format/index.js';
import { classNames, Skeleton, TextLink } from '../../ui/index.js';
import styles from './Home.module.css';

interface HealthCardProps {
  readonly label: string;
  /** Undefined while it is counted, null where that failed. */
  readonly value: number | null | undefined;
  readonly note: string;
  readonly href: string;
  readonly tone?: 'plain' | 'accent' | 'danger';
}

export function HealthCard({ label, value, note, href, tone = 'plain' }: HealthCardProps) {
  const format = useFormat();
  return (
    <div className={styles['card']}>
      <TextLink isPlain href={href}><span className={styles['cardLabel']}>{label}</span></TextLink>
      <span className={classNames(styles['number'], styles[tone])}>{value === undefined ? <Skeleton width="64px" height="24px" /> : value === null ? '–' : format.number(value)}</span>
      <span className={styles['quiet']}>{note}</span>
    </div>
  );
}
