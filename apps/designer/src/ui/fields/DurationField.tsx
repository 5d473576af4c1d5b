import { readDurationText, writeDuration } from '@guanxi/field-types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from './Field.js';
import { TextField } from './TextField.js';

export interface DurationFieldProps extends FieldProps {
  /** Seconds, or null. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly onBlur?: () => void;
}

/** Typed as hours and minutes ("1:30", "90 min"); a bare number is minutes. What is understood is written out on leaving. */
export function DurationField({ value, onChange, onBlur, error, ...rest }: DurationFieldProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const isUnread = draft !== null && read(draft) === undefined;
  return (
    <TextField {...rest} value={draft ?? (value === null ? '' : writeDuration(value))} placeholder="0:00" inputMode="text" autoComplete="off"
      error={isUnread ? t('ui.duration.unread') : error}
      onChange={(text) => {
        setDraft(text);
        const seconds = read(text);
        if (seconds !== undefined) onChange(seconds);
      }}
      onBlur={() => { if (!isUnread) setDraft(null); onBlur?.(); }} />
  );
}

function read(text: string): number | null | undefined {
  const parsed = readDurationText(/^\s*\d+\s*$/.test(text) ? `${text} min` : text);
  return parsed.ok ? (parsed.value as number | null) : undefined;
}
