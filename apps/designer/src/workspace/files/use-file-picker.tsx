import { useRef, type ReactNode } from 'react';
import styles from './Files.module.css';

interface FilePicker<Purpose> {
  /** Opens the computer's own choice of files. */
  readonly open: (purpose: Purpose) => void;
  /** Has to be drawn somewhere. */
  readonly input: ReactNode;
}

/** Lets people choose files; `onFiles` is told what they were chosen for. */
export function useFilePicker<Purpose>(label: string, isSeveral: boolean, onFiles: (files: readonly File[], purpose: Purpose) => void): FilePicker<Purpose> {
  const place = useRef<HTMLInputElement>(null);
  const purpose = useRef<Purpose | null>(null);
  return {
    open: (next) => { purpose.current = next; place.current?.click(); },
    input: (
      <input ref={place} type="file" multiple={isSeveral} className={styles['picker']} tabIndex={-1} aria-hidden aria-label={label}
        onChange={({ target }) => { const files = [...(target.files ?? [])]; target.value = ''; if (files.length > 0) onFiles(files, purpose.current as Purpose); }} />
    ),
  };
}
