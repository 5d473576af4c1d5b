import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components';
import { classNames } from '../class-names.js';
import styles from './ProgressBar.module.css';

export interface ProgressBarProps {
  readonly label: string;
  /** 0 to `max`; without a value the bar only says that something goes on. */
  readonly value?: number;
  readonly max?: number;
  readonly valueLabel?: string;
  readonly tone?: 'accent' | 'success' | 'danger';
}

export function ProgressBar({ label, value, max = 100, valueLabel, tone = 'accent' }: ProgressBarProps) {
  return (
    <AriaProgressBar maxValue={max} isIndeterminate={value === undefined} className={styles['bar'] ?? ''}
      {...(value !== undefined && { value })} {...(valueLabel !== undefined && { valueLabel })}>
      {({ percentage, valueText, isIndeterminate }) => (
        <>
          <div className={styles['head']}>
            <Label className={styles['label'] ?? ''}>{label}</Label>
            {!isIndeterminate && <span className={styles['value']}>{valueText}</span>}
          </div>
          <div className={styles['track']}>
            <div className={classNames(styles['fill'], styles[tone], isIndeterminate && styles['indeterminate'])}
              style={isIndeterminate ? {} : { transform: `scaleX(${(percentage ?? 0) / 100})` }} />
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}
