import type { ReactNode } from 'react';
import { classNames } from '../ui/index.js';
import styles from './PageBody.module.css';

export interface PageBodyProps {
  readonly children: ReactNode;
  /** `form` 1180 px, `reading` 720 px, `full` the whole width; a full page also gives its children the whole height (lists, canvases). */
  readonly width?: 'full' | 'form' | 'reading';
}

/** The scrolling content of a page, at the width that suits it. */
export function PageBody({ children, width = 'form' }: PageBodyProps) {
  return <div className={styles['scroller']}><div className={classNames(styles['body'], styles[width])}>{children}</div></div>;
}
