import { classNames } from '../ui/index.js';
import styles from './ProductMark.module.css';

/** Two that turn towards each other: the sign of the product. */
export function ProductMark({ size = 'small' }: { readonly size?: 'small' | 'large' }) {
  return (
    <svg viewBox="0 0 32 32" className={classNames(styles['mark'], styles[size])} aria-hidden>
      <rect width="32" height="32" rx="8" className={styles['ground']} />
      <g className={styles['lines']}>
        <circle cx="11" cy="11" r="3.25" /><circle cx="21" cy="21" r="3.25" />
        <path d="M13.5 13.5 18.5 18.5M21 8.5a4 4 0 0 1 0 6M11 23.5a4 4 0 0 1 0-6" />
      </g>
    </svg>
  );
}
