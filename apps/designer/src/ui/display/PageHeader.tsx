import type { ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from './Breadcrumbs.js';
import styles from './PageHeader.module.css';

export interface PageHeaderProps {
  readonly title: string;
  /** An `ObjectGlyph` in size large. */
  readonly glyph?: ReactNode;
  readonly description?: ReactNode;
  readonly badges?: ReactNode;
  readonly actions?: ReactNode;
  readonly crumbs?: readonly Crumb[];
}

/** The one `h1` of a page. */
export function PageHeader({ title, glyph, description, badges, actions, crumbs }: PageHeaderProps) {
  return (
    <header className={styles['header']}>
      {crumbs && <div className={styles['crumbs']}><Breadcrumbs items={crumbs} /></div>}
      {glyph}
      <div className={styles['words']}>
        <div className={styles['line']}><h1 className={styles['title']}>{title}</h1>{badges}</div>
        {description && <div className={styles['description']}>{description}</div>}
      </div>
      {actions && <div className={styles['actions']}>{actions}</div>}
    </header>
  );
}
