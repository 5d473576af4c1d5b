import { parseDate, type CalendarDate } from '@internationalized/date';
import { CalendarDays } from 'lucide-react';
import { Button, DateInput, DatePicker as AriaDatePicker, DateSegment, Dialog, Group, Popover } from 'react-aria-components';
import { classNames } from '../class-names.js';
import { MonthCalendar } from './MonthCalendar.js';
import { ariaFieldProps, FieldParts, type FieldProps } from './Field.js';
import dateStyles from './DateField.module.css';
import styles from './Field.module.css';

export interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD` or null. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly onBlur?: () => void;
}

/** A day, typed by its parts or picked in a calendar. */
export function DateField(props: DateFieldProps) {
  const { value, onChange, onBlur } = props;
  return (
    <AriaDatePicker {...ariaFieldProps(props)} value={readDate(value)} onChange={(next) => onChange(next === null ? null : next.toString())} {...(onBlur && { onBlur })}>
      <FieldParts {...props}>
        <Group className={classNames(styles['control'], styles['inner'])}>
          <DateInput className={dateStyles['input'] ?? ''}>{(segment) => <DateSegment segment={segment} className={dateStyles['segment'] ?? ''} />}</DateInput>
          <Button className={styles['trigger'] ?? ''}><CalendarDays size={14} aria-hidden /></Button>
        </Group>
      </FieldParts>
      <Popover className={dateStyles['popover'] ?? ''} offset={4}><Dialog className={dateStyles['dialog'] ?? ''}><MonthCalendar /></Dialog></Popover>
    </AriaDatePicker>
  );
}

function readDate(value: string | null): CalendarDate | null {
  try {
    return value === null || value === '' ? null : parseDate(value.slice(0, 10));
  } catch {
    return null;
  }
}
