import { OctagonAlert } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { classNames } from '../class-names.js';
import styles from './FormParts.module.css';

export interface FormSectionProps {
  readonly title?: string | undefined;
  readonly children: ReactNode;
}

/** A part of a form or record page: space and a line, no box. */
export function FormSection({ title, children }: FormSectionProps) {
  const id = useId();
  return (
    <section className={styles['section']} {...(title && { 'aria-labelledby': id })}>
      {title && <h2 id={id} className={styles['title']}>{title}</h2>}
      {children}
    </section>
  );
}

/** One to four columns by the width of the form itself, so that it is right in a dialog and in a panel too. */
export function FormGrid({ columns, children }: { readonly columns: 1 | 2 | 3 | 4; readonly children: ReactNode }) {
  return <div className={styles['container']}><div className={classNames(styles['grid'], columns > 1 && styles['two'], columns > 2 && styles[columns === 3 ? 'three' : 'four'])}>{children}</div></div>;
}

export function FormCell({ isWide, children }: { readonly isWide?: boolean; readonly children: ReactNode }) {
  return <div className={classNames(styles['cell'], isWide && styles['wide'])}>{children}</div>;
}

export function FormActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles['actions']}>{children}</div>;
}

export interface FormErrorEntry {
  readonly label?: string;
  readonly message: string;
  readonly onChoose?: () => void;
}

/** Takes the focus when it appears, so that it is read out. */
export function ErrorSummary({ title, entries }: { readonly title: string; readonly entries: readonly FormErrorEntry[] }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} role="alert" className={styles['summary']}>
      <OctagonAlert size={16} aria-hidden className={styles['icon']} />
      <div>
        <p className={styles['summaryTitle']}>{title}</p>
        <ul className={styles['entries']}>
          {entries.map(({ label, message, onChoose }) => {
            const words = label === undefined ? message : `${label}: ${message}`;
            return <li key={words}>{onChoose ? <button type="button" className={styles['entry']} onClick={onChoose}>{words}</button> : words}</li>;
          })}
        </ul>
      </div>
    </div>
  );
}
