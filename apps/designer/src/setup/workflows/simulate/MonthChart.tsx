import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { classNames } from '../../../ui/index.js';
import type { SimulationMonth } from '../automation-types.js';
import { monthLabel } from './month-span.js';
import styles from './Simulate.module.css';

interface MonthChartProps {
  readonly months: readonly SimulationMonth[];
  readonly chosen: string | null;
  readonly onChoose: (month: string) => void;
}

const height = 180;
const slot = 44;

/** The months as bars. The table beside it says the same and has the keys; the bars are for the eye and the pointer. */
export function MonthChart({ months, chosen, onChoose }: MonthChartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const highest = Math.max(1, ...months.map(({ count }) => count));
  const top = niceTop(highest);
  const width = Math.max(months.length * slot, slot * 6);
  // With many months only some have room for their name.
  const every = Math.ceil(months.length / 24);
  return (
    <figure className={styles['chart']}>
      <figcaption className={styles['caption']}>{t('automation.simulate.perMonth')}</figcaption>
      <div className={styles['plot']}>
        <svg viewBox={`0 0 ${width} ${height + 46}`} width={width} height={height + 46} role="img" aria-label={t('automation.simulate.chartLabel', { number: months.length })}>
          {[0.25, 0.5, 0.75, 1].map((part) => <line key={part} x1={0} x2={width} y1={16 + height * (1 - part)} y2={16 + height * (1 - part)} className={styles['grid']} />)}
          {months.map(({ month, count }, index) => {
            const size = count === 0 ? 0 : Math.max(2, (count / top) * height);
            const x = index * slot;
            return (
              <g key={month} className={classNames(styles['bar'], chosen === month && styles['chosen'])} onClick={() => { if (count > 0) onChoose(month); }}>
                <title>{`${monthLabel(month, format.locale)}: ${format.number(count)}`}</title>
                <rect x={x} y={16} width={slot} height={height} className={styles['hit']} />
                <rect x={x + 6} y={16 + height - size} width={slot - 12} height={size} rx={3} className={styles['fill']} />
                {every === 1 && count > 0 && <text x={x + slot / 2} y={16 + height - size - 5} className={styles['amount']}>{format.number(count)}</text>}
                {index % every === 0 && <text x={x + slot / 2} y={height + 32} className={styles['axis']}>{monthLabel(month, format.locale, 'narrow')}</text>}
                {(index === 0 || month.endsWith('-01')) && <text x={x + slot / 2} y={height + 45} className={styles['year']}>{month.slice(0, 4)}</text>}
              </g>
            );
          })}
          <line x1={0} x2={width} y1={16 + height} y2={16 + height} className={styles['base']} />
        </svg>
      </div>
    </figure>
  );
}

function niceTop(highest: number): number {
  const size = 10 ** Math.floor(Math.log10(highest));
  return [1, 1.5, 2, 3, 4, 5, 7.5, 10].map((part) => part * size).find((top) => top >= highest) ?? highest;
}
