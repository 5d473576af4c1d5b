import { classNames } from '../class-names.js';
import styles from './Skeleton.module.css';

export interface SkeletonProps {
  readonly width?: string;
  readonly height?: string;
  readonly shape?: 'line' | 'block' | 'circle';
}

/** Appears after 150 ms, so that quick answers do not flicker. */
export function Skeleton({ width = '100%', height, shape = 'line' }: SkeletonProps) {
  return <span className={classNames(styles['skeleton'], styles[shape])} style={{ width, ...(height && { height }) }} aria-hidden />;
}

/** Several lines of different lengths, as a placeholder of a form or of text. */
export function SkeletonLines({ count = 4 }: { readonly count?: number }) {
  return (
    <div className={styles['lines']} aria-hidden>
      {Array.from({ length: count }, (_, index) => <Skeleton key={index} width={`${92 - ((index * 37) % 45)}%`} />)}
    </div>
  );
}
