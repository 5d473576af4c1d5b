import type { ElapsedAnchor } from '@guanxi/metadata';
import { hasTimeOfDay, parsePeriod, periodUnits } from '@guanxi/workflow/designer';
import { useTranslation } from 'react-i18next';
import { Select } from '../../../ui/index.js';
import { anchorKey, type AnchorChoice } from './elapsed-anchors.js';
import { PeriodField } from './PeriodField.js';

interface Elapsed { readonly since: ElapsedAnchor; readonly after: string }

interface ElapsedSettingsProps {
  readonly elapsed: Elapsed;
  readonly anchors: readonly AnchorChoice[];
  readonly onChange: (elapsed: Elapsed) => void;
}

/** "30 days after the latest …": a number, a unit, and the date it is counted from. */
export function ElapsedSettings({ elapsed, anchors, onChange }: ElapsedSettingsProps) {
  const { t } = useTranslation();
  const key = anchorKey(elapsed.since);
  const hasTime = anchors.find((choice) => choice.key === key)?.hasTime ?? false;
  const period = parsePeriod(elapsed.after);
  const units = periodUnits.filter((one) => hasTime || (one !== 'hours' && one !== 'minutes'));
  return (
    <>
      <PeriodField label={t('automation.trigger.after')} text={elapsed.after} units={units} onChange={(after) => onChange({ ...elapsed, after: after ?? 'P1D' })} />
      <Select label={t('automation.trigger.since')} value={key}
        choices={anchors.map((choice) => ({
          value: choice.key, group: choice.related ?? t('automation.trigger.ownDates'),
          label: choice.related === undefined ? choice.label : t('automation.trigger.latest', { field: choice.label, related: choice.related }),
        }))}
        onChange={(next) => {
          const choice = anchors.find((one) => one.key === next);
          // Hours cannot be counted from a day.
          if (choice) onChange({ since: choice.anchor, after: !choice.hasTime && period && hasTimeOfDay(period) ? 'P1D' : elapsed.after });
        }} />
    </>
  );
}
