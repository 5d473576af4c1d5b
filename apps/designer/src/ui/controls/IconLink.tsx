import type { LucideIcon } from 'lucide-react';
import { Link } from 'react-aria-components';
import styles from './IconButton.module.css';

export interface IconLinkProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly href: string;
  /** A dot that says that something new is there. */
  readonly hasNews?: boolean;
}

/** An `IconButton` that goes to an address. */
export function IconLink({ icon: Icon, label, href, hasNews }: IconLinkProps) {
  return (
    <Link href={href} aria-label={label} className={styles['button'] ?? ''}>
      <span className={styles['stack']}><Icon size={16} aria-hidden />{hasNews && <span className={styles['news']} aria-hidden />}</span>
    </Link>
  );
}
