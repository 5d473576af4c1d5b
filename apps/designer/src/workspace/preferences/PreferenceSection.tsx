import { useId, type ReactNode } from 'react';
import styles from './Preferences.module.css';

export interface PreferenceSectionProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** A heading with its words and actions, and what belongs to it below: space and a line, no box. */
export function PreferenceSection({ title, description, actions, children }: PreferenceSectionProps) {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <header className={styles['head']}>
        <div className={styles['headWords']}>
          <h2 id={id} className={styles['title']}>{title}</h2>
          {description && <div className={styles['words']}>{description}</div>}
        </div>
        {actions && <div className={styles['acts']}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}
