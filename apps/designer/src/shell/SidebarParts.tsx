import type { LucideIcon } from 'lucide-react';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { classNames, Tooltip, usePreferences } from '../ui/index.js';
import { SidebarAnchor } from '../ui/controls/SidebarAnchor.js';
import styles from './Sidebar.module.css';

export interface SidebarLinkProps {
  readonly href: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly glyph?: ReactNode;
  readonly end?: ReactNode;
  /** Is where we are only on the very address, not below it. */
  readonly isExact?: boolean;
  /** Leads out of the product, into a tab of its own. */
  readonly isElsewhere?: boolean;
  /** Said by whoever knows better than the address alone tells. */
  readonly isCurrent?: boolean;
  /** Drawn over the end of the link, such as its menu. */
  readonly beside?: ReactNode;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

export function SidebarLink({ href, label, icon: Icon, glyph, end, isExact, isElsewhere = false, beside, onKeyDown, ...rest }: SidebarLinkProps) {
  const { isSidebarCollapsed } = usePreferences();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isCurrent = rest.isCurrent ?? (isExact ? path.replace(/\/$/, '') === href : path === href || path.startsWith(`${href}/`));
  const item = useRef<HTMLLIElement>(null);
  // Where the menu is longer than the window, the page that is open is still to be seen in it.
  useEffect(() => { if (isCurrent) item.current?.scrollIntoView({ block: 'nearest' }); }, [isCurrent]);
  const link = (
    <SidebarAnchor href={href} isCurrent={isCurrent} isElsewhere={isElsewhere} className={classNames(styles['link'], isCurrent && styles['current'])}>
      <span className={styles['glyph']}>{glyph ?? (Icon && <Icon size={16} aria-hidden />)}</span>
      <span className={styles['words']}>{label}</span>
      {end && <span className={styles['words']}>{end}</span>}
    </SidebarAnchor>
  );
  return <li ref={item} className={styles['place']} {...(onKeyDown && { onKeyDownCapture: onKeyDown })}>{isSidebarCollapsed ? <Tooltip content={label} placement="right">{link}</Tooltip> : link}{beside}</li>;
}

export function SidebarSection({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <section className={styles['section']} aria-label={title}>
      {title && <h2 className={styles['title']}><span className={styles['words']}>{title}</span></h2>}
      <ul className={styles['list']}>{children}</ul>
    </section>
  );
}
