import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button, Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell, Heading } from 'react-aria-components';
import styles from './DateField.module.css';

/** The month that a date field opens; takes its value from the picker around it. */
export function MonthCalendar() {
  return (
    <Calendar className={styles['calendar'] ?? ''}>
      <header className={styles['head']}>
        <Button slot="previous" className={styles['turn'] ?? ''}><ChevronLeft size={16} aria-hidden /></Button>
        <Heading className={styles['month'] ?? ''} />
        <Button slot="next" className={styles['turn'] ?? ''}><ChevronRight size={16} aria-hidden /></Button>
      </header>
      <CalendarGrid weekdayStyle="short" className={styles['grid'] ?? ''}>
        <CalendarGridHeader>{(day) => <CalendarHeaderCell className={styles['weekday'] ?? ''}>{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className={styles['day'] ?? ''} />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}
