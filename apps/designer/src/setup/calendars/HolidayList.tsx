import { ClipboardPaste, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Button, DateField, IconButton, TextField } from '../../ui/index.js';
import { readHours, sortHolidays, type HolidayDraft } from './calendar-draft.js';
import { PasteHolidaysDialog } from './PasteHolidaysDialog.js';
import { weekdayName, weekdayOf } from './weekday-names.js';
import styles from './Calendars.module.css';

interface HolidayListProps {
  readonly holidays: readonly HolidayDraft[];
  readonly onChange: (holidays: readonly HolidayDraft[]) => void;
}

/** The days that are not as their day of the week, in their order. */
export function HolidayList({ holidays, onChange }: HolidayListProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const [date, setDate] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [isPasting, setPasting] = useState(false);
  const isTaken = holidays.some((holiday) => holiday.date === date);
  const change = (of: string, changes: Partial<HolidayDraft>) => onChange(holidays.map((holiday) => (holiday.date === of ? { ...holiday, ...changes } : holiday)));
  const add = () => {
    if (date === null || isTaken) return;
    onChange(sortHolidays([...holidays, { date, title, hours: '' }]));
    setDate(null);
    setTitle('');
  };
  return (
    <section className={styles['card']} aria-label={t('calendars.holidays')}>
      <header className={styles['cardHead']}>
        <h2 className={styles['heading']}>{t('calendars.holidays')}</h2>
        <span className={styles['quiet']}>{t('calendars.holidayCount', { count: holidays.length, number: format.number(holidays.length) })}</span>
        <Button variant="quiet" size="small" icon={ClipboardPaste} onPress={() => setPasting(true)}>{t('calendars.paste')}</Button>
      </header>
      <p className={styles['quiet']}>{t('calendars.holidaysBody')}</p>
      <form className={styles['adder']} noValidate onSubmit={(event) => { event.preventDefault(); add(); }}>
        <DateField label={t('calendars.date')} value={date} onChange={setDate} error={isTaken ? t('calendars.taken') : null} />
        <TextField label={t('calendars.holidayTitle')} value={title} onChange={setTitle} maxLength={255} />
        <Button type="submit" icon={Plus} isDisabled={date === null || isTaken}>{t('calendars.add')}</Button>
      </form>
      {holidays.length > 0 && (
        <ul className={styles['holidays']} aria-label={t('calendars.holidays')}>
          {holidays.map((holiday) => (
            <li key={holiday.date} className={styles['holiday']}>
              <span className={styles['when']}><strong>{format.date(holiday.date)}</strong><span>{weekdayName(weekdayOf(holiday.date), i18n.language)}</span></span>
              <TextField label={t('calendars.titleOf', { date: holiday.date })} hideLabel value={holiday.title} onChange={(text) => change(holiday.date, { title: text })} maxLength={255} placeholder={t('calendars.holidayTitle')} />
              <TextField label={t('calendars.hoursOf', { date: holiday.date })} hideLabel value={holiday.hours} onChange={(hours) => change(holiday.date, { hours })} placeholder={t('calendars.free')} error={readHours(holiday.hours) ? null : t('calendars.unreadable')} />
              <IconButton size="small" icon={X} label={t('calendars.drop', { date: holiday.date })} onPress={() => onChange(holidays.filter(({ date: other }) => other !== holiday.date))} />
            </li>
          ))}
        </ul>
      )}
      {isPasting && <PasteHolidaysDialog holidays={holidays} onAdd={onChange} onClose={() => setPasting(false)} />}
    </section>
  );
}
