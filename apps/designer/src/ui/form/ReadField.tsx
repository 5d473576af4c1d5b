import { Lock, Pencil } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { IconButton } from '../controls/IconButton.js';
import { Tooltip } from '../overlays/Tooltip.js';
import { IconHint } from '../controls/IconHint.js';
import styles from './FormParts.module.css';

export interface ReadFieldProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly editLabel: string;
  readonly onEdit?: (() => void) | undefined;
  /** Why nobody, or not this person, may change it. */
  readonly lockedReason?: string | undefined;
  /** Stand beside the pencil and come with it. */
  readonly tools?: ReactNode | undefined;
  readonly children: ReactNode;
}

/** A label with its value; the pencil comes with the pointer or the focus. A double click edits too. */
export function ReadField({ label, help, editLabel, onEdit, lockedReason, tools, children }: ReadFieldProps) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles['read']} {...(onEdit && { onDoubleClick: onEdit })}>
      <span id={id} className={styles['readLabel']}>
        {label}
        {help && <Tooltip content={help}><IconHint label={help} /></Tooltip>}
      </span>
      <div className={styles['readValue']}>
        <div className={styles['readWords']}>{children ?? <span className={styles['blank']} aria-hidden>—</span>}</div>
        {tools && <span className={styles['pencil']}>{tools}</span>}
        {onEdit && <span className={styles['pencil']}><IconButton size="small" icon={Pencil} label={editLabel} onPress={onEdit} /></span>}
        {!onEdit && lockedReason && <span className={styles['pencil']}><IconButton size="small" icon={Lock} label={lockedReason} /></span>}
      </div>
    </div>
  );
}
