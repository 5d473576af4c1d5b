import { parsePeriod, periodUnits, writePeriod, type PeriodUnit } from '@guanxi/workflow/designer';
import { useTranslation } from 'react-i18next';
import { NumberField, Select } from '../../../ui/index.js';
import styles from './Inspector.module.css';

interface PeriodFieldProps {
  readonly label: string;
  /** ISO 8601; empty while there is none. */
  readonly text: string;
  readonly help?: string;
  readonly error?: string;
  readonly units?: readonly PeriodUnit[];
  readonly onChange: (text: string | undefined) => void;
}

const none = { years: 0, months: 0, weeks: 0, days: 0, hours: 0, minutes: 0 };

/** A length of time: a number and its unit. */
export function PeriodField({ label, text, help, error, units = periodUnits, onChange }: PeriodFieldProps) {
  const { t } = useTranslation();
  const period = parsePeriod(text) ?? none;
  const used = periodUnits.filter((unit) => period[unit] > 0);
  const unit = used[0] ?? 'days';
  const shown = used.length > 1 ? t('automation.trigger.mixed', { text }) : help;
  const write = (next: PeriodUnit, count: number | null | undefined) => onChange(count ? writePeriod({ ...none, [next]: Math.max(1, Math.trunc(count)) }) : undefined);
  return (
    <div className={styles['pair']}>
      <NumberField label={label} value={period[unit] || null} min={1} max={unit === 'years' ? 99 : 36_000} onChange={(count) => write(unit, count)} {...(shown && { help: shown })} {...(error && { error })} />
      <Select label={t('automation.trigger.unit')} value={unit} choices={units.map((value) => ({ value, label: t(`flow.unit.${value}`, { count: period[unit] || 1 }) }))}
        onChange={(next) => { if (next) write(next as PeriodUnit, period[unit] || 1); }} />
    </div>
  );
}
