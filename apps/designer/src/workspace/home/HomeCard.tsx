import { useId, type ReactNode } from 'react';
import { CountBadge, TextLink } from '../../ui/index.js';
import styles from './Home.module.css';

interface HomeCardProps {
  readonly title: string;
  readonly count?: number | undefined;
  readonly glyph?: ReactNode;
  /** Leads to all of it. */
  readonly href?: string;
  readonly hrefLabel?: string;
  readonly children: ReactNode;
}

export function HomeCard({ title, count, glyph, href, hrefLabel, children }: HomeCardProps) {
  const id = useId();
  return (
    <section className={styles['card']} aria-labelledby={id}>
      <div className={styles['head']}>
        {glyph}
        <h2 id={id} className={styles['title']}>{title}</h2>
        {count !== undefined && count > 0 && <CountBadge count={count} />}
        <span className={styles['space']} />
        {href !== undefined && <TextLink href={href}>{hrefLabel}</TextLink>}
      </div>
      {children}
    </section>
  );
}
