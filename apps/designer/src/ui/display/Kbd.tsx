import { keyNames } from '../keyboard/key-names.js';
import styles from './Kbd.module.css';

/** Shows a shortcut as the keys of this device are named: `mod+k` is ⌘K on a Mac and Ctrl K elsewhere. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <kbd className={styles['keys']}>
      {keyNames(keys).map((name, index) => <span key={index} className={styles['key']}>{name}</span>)}
    </kbd>
  );
}
