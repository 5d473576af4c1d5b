import { ListChecks, Users } from 'lucide-react';
import { SidebarAnchor } from '../../ui/controls/SidebarAnchor.js';
import { classNames, Tooltip } from '../../ui/index.js';
import type { ListView } from './list-view.js';
import { useReachText } from './use-reach-text.js';
import styles from './ListPage.module.css';

interface ViewTabProps {
  readonly view: Pick<ListView, 'title' | 'saved'>;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** The tab of a view; its sign tells a list, or a view that others have too, and on it stands who sees it. */
export function ViewTab({ view: { title, saved }, href, isCurrent }: ViewTabProps) {
  const reachText = useReachText();
  const isOthers = saved !== undefined && (saved.isShared || !saved.isMine || saved.audience.length > 0);
  const anchor = (
    <SidebarAnchor href={href} isCurrent={isCurrent} className={classNames(styles['view'], isCurrent && styles['current'])}>
      {saved?.isList && <ListChecks size={13} aria-hidden className={styles['sign']} />}
      {title}
      {isOthers && <Users size={13} aria-hidden className={styles['sign']} />}
    </SidebarAnchor>
  );
  return isOthers ? <Tooltip content={reachText(saved)} placement="bottom">{anchor}</Tooltip> : anchor;
}
