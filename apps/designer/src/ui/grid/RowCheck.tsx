import { Check } from 'lucide-react';
import styles from '../fields/Toggle.module.css';

/**
 * The box of a row, which its cell and the keys of the grid choose. A checkbox of the kit in each of the rows that scroll by
 * would cost more than all of their cells.
 */
export function RowCheck({ label, isSelected }: { readonly label: string; readonly isSelected: boolean }) {
  return (
    <span role="checkbox" aria-label={label} aria-checked={isSelected} aria-readonly className={styles['checkbox']} {...(isSelected && { 'data-selected': true })}>
      <span className={styles['box']}>{isSelected && <Check size={12} strokeWidth={3} aria-hidden />}</span>
    </span>
  );
}
