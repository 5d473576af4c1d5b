import styles from './Spinner.module.css';

/** Only inside a button or next to a line of text; a page shows a skeleton. */
export function Spinner() {
  return <span className={styles['spinner']} aria-hidden />;
}
