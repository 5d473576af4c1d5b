import { hasTimeOfDay, parsePeriod, periodUnits } from '@guanxi/workflow/designer';
import { useTranslation } from 'react-i18next';
import { Select } from '../../../../ui/index.js';
import { PeriodField } from '../PeriodField.js';
import { CalendarChoice } from './CalendarChoice.js';
import { errorAt, type TriggerSettingsProps } from './trigger-settings.js';

/** "7 days before …": a number, a unit, the date that comes near, and which days count. */
export function BeforeSettings({ settings, object, problems, onChange }: TriggerSettingsProps<'before'>) {
  const { t } = useTranslation();
  const dates = object.fields.filter(({ value }) => value.type === 'date' || value.type === 'dateTime');
  const hasTime = dates.find(({ name }) => name === settings.field)?.value.type === 'dateTime';
  const period = parsePeriod(settings.by);
  const byError = errorAt(problems, '/by');
  const put = ({ calendar, ...rest }: { field: string; by: string; calendar?: string | undefined }) => onChange({ ...rest, ...(calendar !== undefined && { calendar }) });
  return (
    <>
      <PeriodField label={t('flow.trigger.by')} text={settings.by} units={periodUnits.filter((one) => hasTime || (one !== 'hours' && one !== 'minutes'))} {...(byError && { error: byError })} onChange={(by) => put({ ...settings, by: by ?? 'P1D' })} />
      <Select label={t('flow.trigger.date')} value={settings.field} error={errorAt(problems, '/field') ?? null} choices={dates.map(({ name, label }) => ({ value: name, label }))}
        onChange={(field) => {
          const chosen = dates.find(({ name }) => name === field);
          // Hours cannot be counted from a day.
          if (chosen) put({ ...settings, field: chosen.name, by: chosen.value.type === 'date' && period && hasTimeOfDay(period) ? 'P1D' : settings.by });
        }} />
      <CalendarChoice value={settings.calendar} error={errorAt(problems, '/calendar')} onChange={(calendar) => put({ ...settings, calendar })} />
    </>
  );
}
