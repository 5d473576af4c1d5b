import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components';
import styles from './Toggle.module.css';

export interface SwitchProps extends Omit<AriaSwitchProps, 'children' | 'className' | 'style'> {
  readonly children?: ReactNode;
  readonly help?: string;
}

/** Acts at once; inside a form that is saved use `Checkbox`. */
export function Switch({ children, help, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className={styles['switch'] ?? ''}>
      <span className={styles['track']}><span className={styles['thumb']} /></span>
      {children && <span className={styles['words']}>{children}{help && <span className={styles['help']}>{help}</span>}</span>}
    </AriaSwitch>
  );
}
