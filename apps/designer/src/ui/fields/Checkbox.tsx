import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components';
import styles from './Toggle.module.css';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> {
  /** Without words an `aria-label` is needed. */
  readonly children?: ReactNode;
  readonly help?: string;
}

export function Checkbox({ children, help, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={styles['checkbox'] ?? ''}>
      {({ isIndeterminate, isSelected }) => (
        <>
          <span className={styles['box']}>
            {isIndeterminate ? <Minus size={12} strokeWidth={3} aria-hidden /> : isSelected && <Check size={12} strokeWidth={3} aria-hidden />}
          </span>
          {children && <span className={styles['words']}>{children}{help && <span className={styles['help']}>{help}</span>}</span>}
        </>
      )}
    </AriaCheckbox>
  );
}
