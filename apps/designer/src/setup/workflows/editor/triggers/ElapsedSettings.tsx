import { hasTimeOfDay, parsePeriod, periodUnits } from '@guanxi/workflow/designer';
import { useTranslation } from 'react-i18next';
import { Select } from '../../../../ui/index.js';
import { PeriodField } from '../PeriodField.js';
import { CalendarChoice } from './CalendarChoice.js';
import { anchorKey, findAnchors } from './elapsed-anchors.js';
import { errorAt, type TriggerSettingsProps } from './trigger-settings.js';

/** "30 days after the latest …": a number, a unit, the date it is counted from, and which days count. */
export function ElapsedSettings({ settings: { since, after, calendar }, object, objects, problems, onChange }: TriggerSettingsProps<'elapsed'>) {
  const { t } = useTranslation();
  const anchors = findAnchors(objects, object.name);
  const key = anchorKey(since);
  const hasTime = anchors.find((choice) => choice.key === key)?.hasTime ?? false;
  const period = parsePeriod(after);
  const units = periodUnits.filter((one) => hasTime || (one !== 'hours' && one !== 'minutes'));
  const put = (next: { since?: typeof since; after?: string; calendar?: string | undefined }) => {
    const { calendar: chosen, ...rest } = { since, after, calendar, ...next };
    onChange({ ...rest, ...(chosen !== undefined && { calendar: chosen }) });
  };
  const afterError = errorAt(problems, '/after');
  return (
    <>
      <PeriodField label={t('automation.trigger.after')} text={after} units={units} {...(afterError && { error: afterError })} onChange={(next) => put({ after: next ?? 'P1D' })} />
      <Select label={t('automation.trigger.since')} value={key} error={errorAt(problems, '/since') ?? null}
        choices={anchors.map((choice) => ({
          value: choice.key, group: choice.related ?? t('automation.trigger.ownDates'),
          label: choice.related === undefined ? choice.label : t('automation.trigger.latest', { field: choice.label, related: choice.related }),
        }))}
        onChange={(next) => {
          const choice = anchors.find((one) => one.key === next);
          // Hours cannot be counted from a day.
          if (choice) put({ since: choice.anchor, after: !choice.hasTime && period && hasTimeOfDay(period) ? 'P1D' : after });
        }} />
      <CalendarChoice value={calendar} error={errorAt(problems, '/calendar')} onChange={(next) => put({ calendar: next })} />
    </>
  );
}
