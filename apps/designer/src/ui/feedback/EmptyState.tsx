import { Inbox, Lock, SearchX, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

export interface EmptyStateProps {
  /** `nothing`: nothing yet; `no-match`: filters hide all; `no-access`: who can grant it is told in the children. */
  readonly kind?: 'nothing' | 'no-match' | 'no-access';
  readonly icon?: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

const icons: Readonly<Record<NonNullable<EmptyStateProps['kind']>, LucideIcon>> = {
  nothing: Inbox, 'no-match': SearchX, 'no-access': Lock,
};

export function EmptyState({ kind = 'nothing', icon, title, children, actions }: EmptyStateProps) {
  const Icon = icon ?? icons[kind];
  return (
    <div className={styles['state']}>
      <span className={styles['icon']}><Icon size={20} strokeWidth={1.75} aria-hidden /></span>
      <h2 className={styles['title']}>{title}</h2>
      {children && <div className={styles['words']}>{children}</div>}
      {actions && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
