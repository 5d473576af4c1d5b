import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../format/index.js';
import { ComboBox } from '../../../../ui/index.js';
import type { SettingEditorProps } from './setting-editor.js';

/** One of the currencies of ISO 4217; blank means the org's. */
export function CurrencyEditor({ label, value, onChange, error }: SettingEditorProps) {
  const { t } = useTranslation();
  const { locale, currency } = useFormat();
  const choices = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'currency' });
    return Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
  }, [locale]);
  return (
    <ComboBox label={label} choices={choices} value={typeof value === 'string' ? value : null} onChange={(code) => onChange(code ?? undefined)} error={error}
      placeholder={currency ?? ''} help={t('setup.settingHelp.currency', { currency: currency ?? '–' })} />
  );
}
