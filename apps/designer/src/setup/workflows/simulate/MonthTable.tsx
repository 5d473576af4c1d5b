import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Button, SimpleTable } from '../../../ui/index.js';
import type { SimulationMonth } from '../automation-types.js';
import { monthLabel } from './month-span.js';

interface MonthTableProps {
  readonly months: readonly SimulationMonth[];
  readonly total: number;
  readonly chosen: string | null;
  readonly onChoose: (month: string) => void;
}

/** Month by month in numbers; each number opens the records behind it. */
export function MonthTable({ months, total, chosen, onChoose }: MonthTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <SimpleTable label={t('automation.simulate.perMonth')} rows={months} rowKey={({ month }) => month} isRowMuted={({ count }) => count === 0}
      columns={[
        { id: 'month', header: t('automation.simulate.month'), render: ({ month }) => monthLabel(month, format.locale), footer: t('automation.simulate.total') },
        { id: 'count', header: t('automation.simulate.times'), align: 'end', render: ({ count }) => format.number(count), footer: format.number(total) },
        { id: 'share', header: t('automation.simulate.share'), align: 'end', render: ({ count }) => format.number(count / total, { style: 'percent', maximumFractionDigits: 1 }) },
        {
          id: 'open', header: '', align: 'end',
          render: ({ month, count }) => count > 0 && (
            <Button size="small" variant={chosen === month ? 'secondary' : 'quiet'} aria-label={t('automation.simulate.showOf', { month: monthLabel(month, format.locale) })} onPress={() => onChoose(month)}>{t('automation.simulate.show')}</Button>
          ),
        },
      ]} />
  );
}
