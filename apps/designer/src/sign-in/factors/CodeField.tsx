import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/index.js';

export interface CodeFieldProps {
  readonly value: string;
  /** Digits only, at most six. */
  readonly onChange: (code: string) => void;
  /** Called with the sixth digit, typed or pasted. */
  readonly onWhole?: (code: string) => void;
  readonly error?: string | null;
  readonly isDisabled?: boolean;
}

/** One field for the whole code, so that it can be pasted, filled in by the device and read out. */
export function CodeField({ value, onChange, onWhole, error, isDisabled }: CodeFieldProps) {
  const { t } = useTranslation();
  const take = (text: string) => {
    const code = text.normalize('NFKC').replace(/\D/g, '').slice(0, 6);
    onChange(code);
    if (code.length === 6 && code !== value) onWhole?.(code);
  };
  return (
    <TextField label={t('factors.code')} help={t('factors.codeHelp')} name="code" inputMode="numeric" autoComplete="one-time-code" isCode autoFocus
      value={value} onChange={take} error={error} isDisabled={isDisabled ?? false} />
  );
}
