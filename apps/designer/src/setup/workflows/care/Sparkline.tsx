import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import styles from './Care.module.css';

/** Runs of each of the last hours as small bars; the number beside it says them all. */
export function Sparkline({ values }: { readonly values: readonly number[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(1, ...values);
  const total = values.reduce((sum, value) => sum + value, 0);
  return (
    <span className={styles['spark']} title={t('care.list.perHour', { most: format.number(Math.max(...values)) })}>
      <svg viewBox={`0 0 ${values.length * 3} 20`} width={values.length * 3} height={20} aria-hidden>
        {values.map((value, index) => {
          const height = value === 0 ? 1 : Math.max(2, (value / most) * 19);
          return <rect key={index} x={index * 3} y={20 - height} width={2} height={height} rx={0.5} className={styles[value === 0 ? 'none' : 'bar']} />;
        })}
      </svg>
      <span>{format.number(total)}</span>
    </span>
  );
}
