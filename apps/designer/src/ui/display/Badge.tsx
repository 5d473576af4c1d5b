import type { ReactNode } from 'react';
import { classNames } from '../class-names.js';
import { useFormat } from '../../format/use-format.js';
import { hueOf, type Hue } from './hues.js';
import styles from './Badge.module.css';

export type BadgeTone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'info' | 'violet';

export interface BadgeProps {
  readonly tone?: BadgeTone;
  /** A colour of the record's own (a picklist value); wins over `tone`. */
  readonly hue?: Hue | string | null;
  readonly hasDot?: boolean;
  readonly children: ReactNode;
}

export function Badge({ tone = 'neutral', hue, hasDot, children }: BadgeProps) {
  const degrees = hue === null || hue === undefined ? undefined : hueOf(hue);
  return (
    <span className={classNames(styles['badge'], degrees === undefined ? styles[tone] : styles['hued'])}
      style={degrees === undefined ? {} : { '--hue': degrees }}>
      {hasDot && <span className={styles['dot']} aria-hidden />}
      <span className={styles['words']}>{children}</span>
    </span>
  );
}

/** A quiet number next to a label. */
export function CountBadge({ count }: { readonly count: number }) {
  const format = useFormat();
  return <span className={styles['count']}>{format.number(count)}</span>;
}
