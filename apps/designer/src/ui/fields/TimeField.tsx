import { parseTime, type Time } from '@internationalized/date';
import { DateInput, DateSegment, TimeField as AriaTimeField } from 'react-aria-components';
import { classNames } from '../class-names.js';
import { ariaFieldProps, FieldParts, type FieldProps } from './Field.js';
import dateStyles from './DateField.module.css';
import styles from './Field.module.css';

export interface TimeFieldProps extends FieldProps {
  /** `HH:MM:SS` or null. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly onBlur?: () => void;
}

/** A time of day, typed by its parts. Seconds are there where the value has some. */
export function TimeField(props: TimeFieldProps) {
  const { value, onChange, onBlur } = props;
  const time = readTime(value);
  return (
    <AriaTimeField {...ariaFieldProps(props)} value={time} granularity={time !== null && time.second > 0 ? 'second' : 'minute'}
      onChange={(next) => onChange(next === null ? null : next.toString().slice(0, 8))} {...(onBlur && { onBlur })}>
      <FieldParts {...props}>
        <DateInput className={classNames(styles['control'], dateStyles['input'])}>{(segment) => <DateSegment segment={segment} className={dateStyles['segment'] ?? ''} />}</DateInput>
      </FieldParts>
    </AriaTimeField>
  );
}

function readTime(value: string | null): Time | null {
  try {
    return value === null || value === '' ? null : parseTime(value);
  } catch {
    return null;
  }
}
