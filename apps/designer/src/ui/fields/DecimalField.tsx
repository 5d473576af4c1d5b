import { useState, type ReactNode } from 'react';
import { useFormat } from '../../format/use-format.js';
import { parseDecimal } from '../../format/parse-decimal.js';
import type { FieldProps } from './Field.js';
import { TextField } from './TextField.js';

export interface DecimalFieldProps extends FieldProps {
  /** An exact decimal such as "1250.50", or null. Text that is no number is handed on as typed, for the validator to refuse. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly onBlur?: () => void;
  /** Digits after the point that are shown at least. */
  readonly scale?: number;
  /** A currency code or sign. */
  readonly prefix?: ReactNode;
  /** A unit such as "%". */
  readonly suffix?: ReactNode;
  readonly placeholder?: string;
}

/** Shows the number in the reader's format while it is not being edited. */
export function DecimalField({ value, onChange, onBlur, scale, ...rest }: DecimalFieldProps) {
  const format = useFormat();
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? (value === null ? '' : format.decimal(value, scale));
  return (
    <TextField {...rest} value={shown} inputMode="decimal" autoComplete="off"
      onChange={(text) => {
        setDraft(text);
        onChange(text.trim() === '' ? null : (parseDecimal(text, format.locale) ?? text));
      }}
      onBlur={() => { setDraft(null); onBlur?.(); }} />
  );
}
