import { weekdays, type Weekday } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Button, TextField } from '../../ui/index.js';
import { minutesOf, openMinutes, readHours, workingWeek, writeHours, type CalendarDraft } from './calendar-draft.js';
import { weekdayName } from './weekday-names.js';
import styles from './Calendars.module.css';

interface WeekHoursProps {
  readonly week: CalendarDraft['week'];
  readonly onChange: (week: CalendarDraft['week']) => void;
}

/** A line for each day: its hours as text, and as they lie in the day. */
export function WeekHours({ week, onChange }: WeekHoursProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const total = weekdays.reduce((sum, day) => sum + openMinutes(readHours(week[day]) ?? []), 0);
  const tidy = (day: Weekday) => {
    const hours = readHours(week[day]);
    if (hours && writeHours(hours) !== week[day]) onChange({ ...week, [day]: writeHours(hours) });
  };
  const spread = () => onChange({ ...week, ...Object.fromEntries(workingWeek.map((day) => [day, week.monday])) });
  return (
    <section className={styles['card']} aria-label={t('calendars.week')}>
      <header className={styles['cardHead']}>
        <h2 className={styles['heading']}>{t('calendars.week')}</h2>
        <span className={styles['quiet']}>{t('calendars.total', { hours: format.number(total / 60) })}</span>
        <Button variant="quiet" size="small" onPress={spread}>{t('calendars.spread')}</Button>
      </header>
      <p className={styles['quiet']}>{t('calendars.weekBody')}</p>
      <div className={styles['days']}>
        <span className={styles['scale']} aria-hidden>{[0, 6, 12, 18, 24].map((hour) => <i key={hour}>{hour}</i>)}</span>
        {weekdays.map((day) => {
          const hours = readHours(week[day]);
          return (
            <div key={day} className={styles['day']}>
              <TextField label={weekdayName(day, i18n.language)} value={week[day]} onChange={(text) => onChange({ ...week, [day]: text })} onBlur={() => tidy(day)} placeholder={t('calendars.free')} error={hours ? null : t('calendars.unreadable')} />
              <span className={styles['bar']} aria-hidden>
                {(hours ?? []).map(({ from, to }) => <i key={from} className={styles['open']} style={{ insetInlineStart: `${minutesOf(from) / 14.4}%`, width: `${(minutesOf(to) - minutesOf(from)) / 14.4}%` }} />)}
              </span>
            </div>
          );
        })}
      </div>
    </section>
  );
}
