import styles from './RichText.module.css';

/** HTML that has been cleaned: nothing in it may run. */
export function RichText({ html }: { readonly html: string }) {
  return <div className={styles['rich']} dangerouslySetInnerHTML={{ __html: html }} />;
}
