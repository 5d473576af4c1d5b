import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { monthSpan } from './month-span.js';
import styles from './Simulate.module.css';

interface DayChartProps {
  readonly days: readonly { readonly day: string; readonly count: number }[];
  /** Shown of this month; of the whole span where it is short. */
  readonly month: string | null;
  readonly from: string;
  readonly to: string;
}

const MOST_DAYS = 62;
const DAY = 86_400_000;
const height = 90;
const slot = 16;

/** The days of a month, or of a short span, as bars. */
export function DayChart({ days, month, from, to }: DayChartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const span = month === null ? { from, to } : monthSpan(month, from, to);
  const first = Date.parse(span.from ?? from);
  const length = Math.round((Date.parse(span.to ?? to) - first) / DAY) + 1;
  if (length < 2 || length > MOST_DAYS) return null;
  const counts = new Map(days.map(({ day, count }) => [day, count]));
  const shown = Array.from({ length }, (_, index) => new Date(first + index * DAY).toISOString().slice(0, 10)).map((day) => ({ day, count: counts.get(day) ?? 0 }));
  const highest = Math.max(1, ...shown.map(({ count }) => count));
  return (
    <figure className={styles['chart']}>
      <figcaption className={styles['caption']}>{t('insight.simulate.perDay')}</figcaption>
      <div className={styles['plot']}>
        <svg viewBox={`0 0 ${length * slot} ${height + 36}`} width={length * slot} height={height + 36} role="img" aria-label={t('insight.simulate.dayChart', { number: format.number(highest) })}>
          {shown.map(({ day, count }, index) => {
            const size = count === 0 ? 0 : Math.max(2, (count / highest) * height);
            return (
              <g key={day} className={styles['day']}>
                <title>{`${format.date(day)}: ${format.number(count)}`}</title>
                <rect x={index * slot} y={16} width={slot} height={height} className={styles['hit']} />
                <rect x={index * slot + 2} y={16 + height - size} width={slot - 4} height={size} rx={2} className={styles['fill']} />
                {count === highest && <text x={index * slot + slot / 2} y={11 + height - size} className={styles['amount']}>{format.number(count)}</text>}
                {(index === 0 || (Number(day.slice(8)) % 5 === 0)) && <text x={index * slot + slot / 2} y={height + 31} className={styles['axis']}>{Number(day.slice(8))}</text>}
              </g>
            );
          })}
          <line x1={0} x2={length * slot} y1={16 + height} y2={16 + height} className={styles['base']} />
        </svg>
      </div>
    </figure>
  );
}
