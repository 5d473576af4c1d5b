import { weekdays } from '@guanxi/metadata';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { classNames, IconButton } from '../../ui/index.js';
import { openMinutes, readHours, writeHours, type CalendarDraft } from './calendar-draft.js';
import { weekdayName, weekdayOf } from './weekday-names.js';
import styles from './Calendars.module.css';

/** What a month comes to: which days are open, for how long, and what they are called. */
export function MonthPreview({ draft }: { readonly draft: CalendarDraft }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const [month, setMonth] = useState(() => new Date().toISOString().slice(0, 7));
  const days = daysOf(month).map((date) => {
    const holiday = draft.holidays.find((one) => one.date === date);
    const hours = readHours(holiday ? holiday.hours : draft.week[weekdayOf(date)]) ?? [];
    return { date, holiday, hours, open: openMinutes(hours) / 60 };
  });
  const open = days.filter((day) => day.open > 0);
  const move = (by: number) => setMonth((before) => new Date(Date.UTC(Number(before.slice(0, 4)), Number(before.slice(5)) - 1 + by, 1)).toISOString().slice(0, 7));
  const title = new Intl.DateTimeFormat(i18n.language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
  return (
    <section className={classNames(styles['card'], styles['preview'])} aria-label={t('calendars.preview')}>
      <header className={styles['cardHead']}>
        <h2 className={styles['heading']} aria-live="polite">{title}</h2>
        <IconButton size="small" icon={ChevronLeft} label={t('calendars.monthBefore')} onPress={() => move(-1)} />
        <IconButton size="small" icon={ChevronRight} label={t('calendars.monthAfter')} onPress={() => move(1)} />
      </header>
      <div className={styles['month']} aria-hidden>
        {weekdays.map((day) => <span key={day} className={styles['weekday']}>{weekdayName(day, i18n.language, 'narrow')}</span>)}
        {days.map(({ date, holiday, hours, open: length }, index) => (
          <span key={date} className={classNames(styles['cell'], length === 0 && styles['closed'], holiday && styles['special'])} title={[holiday?.title, writeHours(hours) || t('calendars.free')].filter(Boolean).join(' · ')}
            style={index === 0 ? { gridColumnStart: weekdays.indexOf(weekdayOf(date)) + 1 } : undefined}>
            {Number(date.slice(8))}
            <small>{length > 0 ? t('calendars.hours', { hours: format.number(length) }) : ''}</small>
          </span>
        ))}
      </div>
      <p className={styles['sum']}>{t('calendars.monthSum', { days: format.number(open.length), hours: format.number(open.reduce((sum, day) => sum + day.open, 0)) })}</p>
      {days.some(({ holiday }) => holiday) && (
        <ul className={styles['named']}>
          {days.flatMap(({ date, holiday, hours }) => (holiday ? [<li key={date}><span>{format.date(date)}</span> {holiday.title || t(hours.length > 0 ? 'calendars.otherHours' : 'calendars.free')}</li>] : []))}
        </ul>
      )}
    </section>
  );
}

function daysOf(month: string): readonly string[] {
  const count = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  return Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
}
