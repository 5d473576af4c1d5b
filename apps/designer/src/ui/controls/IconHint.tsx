import { CircleHelp } from 'lucide-react';
import { Button } from 'react-aria-components';
import styles from './IconButton.module.css';

/** A question mark that can be focused, for the tooltip around it. */
export function IconHint({ label }: { readonly label: string }) {
  return <Button aria-label={label} className={styles['hint'] ?? ''}><CircleHelp size={12} aria-hidden /></Button>;
}
