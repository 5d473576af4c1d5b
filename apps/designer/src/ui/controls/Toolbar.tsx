import type { ReactNode } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components';
import styles from './Toolbar.module.css';

export interface ToolbarProps {
  readonly label: string;
  readonly children: ReactNode;
  /** Placed at the far end of the line. */
  readonly end?: ReactNode;
}

/** One line of controls over a list or a canvas; arrow keys move between them. */
export function Toolbar({ label, children, end }: ToolbarProps) {
  return (
    <AriaToolbar aria-label={label} className={styles['toolbar'] ?? ''}>
      {children}
      {end && <div className={styles['end']}>{end}</div>}
    </AriaToolbar>
  );
}
