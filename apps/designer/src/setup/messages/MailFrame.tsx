import { useMemo } from 'react';
import { frameMail, type MailScheme } from './mail-frame.js';
import styles from './Messages.module.css';

/** A mail as its reader sees it. Nothing in it runs, and no link in it leads away. */
export function MailFrame({ html, scheme, title }: { readonly html: string; readonly scheme: MailScheme; readonly title: string }) {
  const framed = useMemo(() => frameMail(html, scheme), [html, scheme]);
  return <iframe className={styles['frame']} sandbox="" srcDoc={framed} title={title} data-scheme={scheme} />;
}
