import type { ReactNode } from 'react';
import styles from './Gallery.module.css';

export function Example({ name, isColumns, children }: { readonly name: string; readonly isColumns?: boolean; readonly children: ReactNode }) {
  return (
    <section className={styles['example']}>
      <h2 className={styles['name']}>{name}</h2>
      <div className={isColumns ? styles['columns'] : styles['line']}>{children}</div>
    </section>
  );
}
