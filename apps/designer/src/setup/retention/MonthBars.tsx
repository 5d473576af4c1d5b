import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import type { RetentionPreview } from './retention-queries.js';
import styles from './Retention.module.css';

/** How many records follow in each month, as bars that are read out as a list. */
export function MonthBars({ months }: Pick<RetentionPreview, 'months'>) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const most = Math.max(1, ...months.map(({ count }) => count));
  const short = new Intl.DateTimeFormat(i18n.language, { month: 'short', timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(i18n.language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const dayOf = (month: string) => new Date(`${month}-01T00:00:00Z`);
  return (
    <figure className={styles['chart']}>
      <figcaption className={styles['caption']}>{t('retention.preview.months')}</figcaption>
      <ol className={styles['bars']}>
        {months.map(({ month, count }) => (
          <li key={month} className={styles['bar']} title={`${long.format(dayOf(month))}: ${format.number(count)}`} aria-label={`${long.format(dayOf(month))}: ${format.number(count)}`}>
            <span className={styles['count']} aria-hidden>{count > 0 ? format.number(count, { notation: 'compact' }) : ''}</span>
            <span className={styles['column']} aria-hidden style={{ blockSize: `${count === 0 ? 2 : Math.max(4, Math.round((count / most) * 44))}px` }} data-empty={count === 0 || undefined} />
            <span className={styles['month']} aria-hidden>{short.format(dayOf(month))}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
