import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './RadioRow.module.css';

export interface RadioRowProps {
  readonly label: string;
  /** One for each column of the grid that the row lies in, after the one with the label. */
  readonly cells: readonly { readonly value: string; readonly content: ReactNode; readonly isDisabled?: boolean }[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
}

/** One of several things side by side, as a row of a grid: arrows choose. The grid around it says the columns. */
export function RadioRow({ label, cells, value, onChange }: RadioRowProps) {
  return (
    <RadioGroup orientation="horizontal" value={value} onChange={onChange} className={styles['row'] ?? ''}>
      <Label className={styles['label'] ?? ''}>{label}</Label>
      {cells.map(({ value: id, content, isDisabled }) => (
        <Radio key={id} value={id} isDisabled={isDisabled ?? false} className={styles['cell'] ?? ''}>
          <span className={styles['circle']} />
          <span className={styles['content']}>{content}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
