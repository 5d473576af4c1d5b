import { parseAbsolute, type ZonedDateTime } from '@internationalized/date';
import { CalendarDays } from 'lucide-react';
import { Button, DateInput, DatePicker as AriaDatePicker, DateSegment, Dialog, Group, Popover } from 'react-aria-components';
import { useFormat } from '../../format/use-format.js';
import { classNames } from '../class-names.js';
import { MonthCalendar } from './MonthCalendar.js';
import { ariaFieldProps, FieldParts, type FieldProps } from './Field.js';
import dateStyles from './DateField.module.css';
import styles from './Field.module.css';

export interface DateTimeFieldProps extends FieldProps {
  /** An instant, ISO 8601 in UTC, or null. Shown and typed in the reader's time zone, if no other is given. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly onBlur?: () => void;
  /** Another zone than the reader's. */
  readonly timeZone?: string;
}

export function DateTimeField(props: DateTimeFieldProps) {
  const format = useFormat();
  const { value, onChange, onBlur, timeZone = format.timeZone } = props;
  return (
    <AriaDatePicker {...ariaFieldProps(props)} granularity="minute" hideTimeZone value={readInstant(value, timeZone)}
      placeholderValue={parseAbsolute(new Date().toISOString(), timeZone).set({ hour: 9, minute: 0, second: 0, millisecond: 0 })}
      onChange={(next) => onChange(next === null ? null : next.toAbsoluteString())} {...(onBlur && { onBlur })}>
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

function readInstant(value: string | null, timeZone: string): ZonedDateTime | null {
  try {
    return value === null || value === '' ? null : parseAbsolute(value, timeZone);
  } catch {
    return null;
  }
}
