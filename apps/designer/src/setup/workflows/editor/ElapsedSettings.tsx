import type { ElapsedAnchor } from '@guanxi/metadata';
import { hasTimeOfDay, parsePeriod, periodUnits, writePeriod, type PeriodUnit } from '@guanxi/workflow/designer';
import { useTranslation } from 'react-i18next';
import { NumberField, Select } from '../../../ui/index.js';
import { anchorKey, type AnchorChoice } from './elapsed-anchors.js';
import styles from './Inspector.module.css';

interface Elapsed { readonly since: ElapsedAnchor; readonly after: string }

interface ElapsedSettingsProps {
  readonly elapsed: Elapsed;
  readonly anchors: readonly AnchorChoice[];
  readonly onChange: (elapsed: Elapsed) => void;
}

const none = { years: 0, months: 0, weeks: 0, days: 0, hours: 0, minutes: 0 };

/** "30 days after the latest …": a number, a unit, and the date it is counted from. */
export function ElapsedSettings({ elapsed, anchors, onChange }: ElapsedSettingsProps) {
  const { t } = useTranslation();
  const key = anchorKey(elapsed.since);
  const hasTime = anchors.find((choice) => choice.key === key)?.hasTime ?? false;
  const period = parsePeriod(elapsed.after) ?? none;
  const used = periodUnits.filter((unit) => period[unit] > 0);
  const unit = used[0] ?? 'days';
  const units = periodUnits.filter((one) => hasTime || (one !== 'hours' && one !== 'minutes'));
  const setPeriod = (next: PeriodUnit, count: number) => onChange({ ...elapsed, after: writePeriod({ ...none, [next]: Math.max(1, Math.trunc(count)) }) });
  return (
    <>
      <div className={styles['pair']}>
        <NumberField label={t('automation.trigger.after')} value={period[unit]} min={1} max={unit === 'years' ? 99 : 36_000} onChange={(count) => setPeriod(unit, count ?? 1)}
          {...(used.length > 1 && { help: t('automation.trigger.mixed', { text: elapsed.after }) })} />
        <Select label={t('automation.trigger.unit')} value={unit} choices={units.map((value) => ({ value, label: t(`automation.unit.${value}`) }))}
          onChange={(next) => { if (next) setPeriod(next as PeriodUnit, period[unit] || 1); }} />
      </div>
      <Select label={t('automation.trigger.since')} value={key}
        choices={anchors.map((choice) => ({
          value: choice.key, group: choice.related ?? t('automation.trigger.ownDates'),
          label: choice.related === undefined ? choice.label : t('automation.trigger.latest', { field: choice.label, related: choice.related }),
        }))}
        onChange={(next) => {
          const choice = anchors.find((one) => one.key === next);
          // Hours cannot be counted from a day.
          if (choice) onChange({ since: choice.anchor, after: !choice.hasTime && hasTimeOfDay(period) ? 'P1D' : elapsed.after });
        }} />
    </>
  );
}
