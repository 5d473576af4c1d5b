import type { CronPattern } from '@guanxi/workflow/designer';
import { useTranslation } from 'react-i18next';
import { Checkbox, Field, NumberField, Select, TimeField } from '../../../../ui/index.js';
import styles from '../Inspector.module.css';

interface PatternFieldsProps {
  readonly pattern: CronPattern;
  readonly onChange: (pattern: CronPattern) => void;
}

/** Monday first; as numbers of the schedule. */
const weekdays = [1, 2, 3, 4, 5, 6, 0];

/** Every hour, day, week or month, and at which time. */
export function PatternFields({ pattern, onChange }: PatternFieldsProps) {
  const { t, i18n } = useTranslation();
  const time = pattern.every === 'hour' ? { hour: 9, minute: pattern.minute } : { hour: pattern.hour, minute: pattern.minute };
  const nameOf = (day: number) => new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(1970, 0, 4 + day)));
  const choose = (every: string | null) => {
    if (every === 'hour') onChange({ every, minute: time.minute });
    if (every === 'day') onChange({ every, ...time });
    if (every === 'week') onChange({ every, days: [1], ...time });
    if (every === 'month') onChange({ every, day: 1, ...time });
  };
  return (
    <>
      <div className={styles['pair']}>
        <Select label={t('flow.schedule.every')} value={pattern.every} choices={['hour', 'day', 'week', 'month'].map((value) => ({ value, label: t(`flow.schedule.units.${value}`) }))} onChange={choose} />
        {pattern.every === 'hour'
          ? <NumberField label={t('flow.schedule.minute')} value={pattern.minute} min={0} max={59} onChange={(minute) => onChange({ ...pattern, minute: minute ?? 0 })} />
          : (
            <TimeField label={t('flow.schedule.at')} value={`${pad(pattern.hour)}:${pad(pattern.minute)}:00`}
              onChange={(next) => { const [hour = 0, minute = 0] = (next ?? '00:00').split(':').map(Number); onChange({ ...pattern, hour, minute }); }} />
          )}
      </div>
      {pattern.every === 'week' && (
        <Field label={t('flow.schedule.days')}>
          <div className={styles['checks']}>
            {weekdays.map((day) => (
              <Checkbox key={day} isSelected={pattern.days.includes(day)} isDisabled={pattern.days.length === 1 && pattern.days.includes(day)}
                onChange={(isOn) => onChange({ ...pattern, days: isOn ? [...pattern.days, day].sort() : pattern.days.filter((one) => one !== day) })}>{nameOf(day)}</Checkbox>
            ))}
          </div>
        </Field>
      )}
      {pattern.every === 'month' && <NumberField label={t('flow.schedule.day')} help={t('flow.schedule.dayHelp')} value={pattern.day} min={1} max={31} onChange={(day) => onChange({ ...pattern, day: day ?? 1 })} />}
    </>
  );
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
