import { useState } from 'react';
import { isComposing, TextField } from '../../../ui/index.js';
import styles from './Fields.module.css';

interface FieldLabelInputProps {
  readonly label: string;
  readonly value: string;
  /** With the new text; null where it stays as it was. */
  readonly onDone: (text: string | null) => void;
}

/** A label that is edited where it stands: Enter and leaving keep it, Esc does not. */
export function FieldLabelInput({ label, value, onDone }: FieldLabelInputProps) {
  const [text, setText] = useState(value);
  const finish = (isKept: boolean) => onDone(isKept && text.trim() !== '' && text.trim() !== value ? text.trim() : null);
  return (
    <span className={styles['rename']} onKeyDown={(event) => {
      if (isComposing(event) || (event.key !== 'Enter' && event.key !== 'Escape')) return;
      event.preventDefault();
      event.stopPropagation();
      finish(event.key === 'Enter');
    }}>
      <TextField label={label} hideLabel value={text} onChange={setText} onBlur={() => finish(true)} autoFocus maxLength={255} />
    </span>
  );
}
