import { CircleCheck, Info, OctagonAlert, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.js';
import styles from './Notice.module.css';

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

export interface NoticeProps {
  readonly tone?: NoticeTone;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Read out when it appears. */
  readonly isAnnounced?: boolean;
}

const icons: Readonly<Record<NoticeTone, LucideIcon>> = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: OctagonAlert };

/** A message that stays in the page, next to what it is about. */
export function Notice({ tone = 'info', title, children, actions, isAnnounced }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div className={classNames(styles['notice'], styles[tone])} role={isAnnounced ? 'alert' : 'note'}>
      <Icon size={16} aria-hidden className={styles['icon']} />
      <div className={styles['words']}>
        {title && <p className={styles['title']}>{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {actions && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
