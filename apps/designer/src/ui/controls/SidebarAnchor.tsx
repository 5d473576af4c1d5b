import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';

export interface SidebarAnchorProps {
  readonly href: string;
  readonly isCurrent: boolean;
  /** Opens in a tab of its own, which learns nothing of this one. */
  readonly isElsewhere?: boolean;
  readonly className: string;
  readonly children: ReactNode;
}

/** A link of the navigation; says which one leads to where we are. */
export function SidebarAnchor({ href, isCurrent, isElsewhere = false, className, children }: SidebarAnchorProps) {
  return <Link href={href} className={className} {...(isElsewhere && { target: '_blank', rel: 'noopener noreferrer' })} {...(isCurrent && { 'aria-current': 'page' as const })}>{children}</Link>;
}
