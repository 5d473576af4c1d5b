import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';

export interface SidebarAnchorProps {
  readonly href: string;
  readonly isCurrent: boolean;
  readonly className: string;
  readonly children: ReactNode;
}

/** A link of the navigation; says which one leads to where we are. */
export function SidebarAnchor({ href, isCurrent, className, children }: SidebarAnchorProps) {
  return <Link href={href} className={className} {...(isCurrent && { 'aria-current': 'page' as const })}>{children}</Link>;
}
