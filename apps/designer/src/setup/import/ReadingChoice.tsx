import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/index.js';
import { encodings, readAgain, type Reading } from './upload-file.js';
import type { WizardState } from './wizard-state.js';
import styles from './Import.module.css';

interface ReadingChoiceProps {
  readonly state: WizardState;
  readonly onChange: (change: Partial<WizardState>) => void;
  readonly onError: (message: string | null) => void;
}

const delimiters = [[',', 'comma'], [';', 'semicolon'], ['\t', 'tab'], ['|', 'bar']] as const;

/** How the file was read; what was guessed wrongly is put right here, and the first rows show it at once. */
export function ReadingChoice({ state: { upload, reading, locale }, onChange, onError }: ReadingChoiceProps) {
  const { t } = useTranslation();
  if (!upload) return null;
  const read = async (change: Reading) => {
    const next = { ...reading, ...change };
    try {
      const again = await readAgain(upload.id, next);
      onError(null);
      onChange({ upload: again, reading: next, columns: {}, import: null });
    } catch (failure) {
      onError(failure instanceof Error ? failure.message : String(failure));
    }
  };
  const known = delimiters.some(([value]) => value === upload.delimiter);
  const marks = [...delimiters.map(([value, name]) => ({ value: value as string, label: t(`importing.reading.${name}`) })), ...(known || upload.delimiter === undefined ? [] : [{ value: upload.delimiter, label: upload.delimiter }])];
  return (
    <div className={styles['reading']}>
      {upload.encoding !== undefined && <Select label={t('importing.reading.encoding')} value={upload.encoding} choices={encodings.map((value) => ({ value, label: t(`importing.encoding.${value}`) }))} onChange={(encoding) => { if (encoding) void read({ encoding }); }} />}
      {upload.delimiter !== undefined && <Select label={t('importing.reading.delimiter')} value={upload.delimiter} choices={marks} onChange={(delimiter) => { if (delimiter) void read({ delimiter }); }} />}
      {upload.sheets && upload.sheets.length > 1 && <Select label={t('importing.reading.sheet')} value={upload.sheet ?? null} choices={upload.sheets.map((value) => ({ value, label: value }))} onChange={(sheet) => { if (sheet) void read({ sheet }); }} />}
      <Select label={t('importing.reading.locale')} value={locale} isClearable placeholder={t('importing.reading.mine')}
        choices={['en-US', 'en-GB', 'zh-TW', 'zh-CN', 'ja', 'de', 'fr'].map((value) => ({ value, label: t(`importing.locale.${value}`) }))} onChange={(next) => onChange({ locale: next })} />
    </div>
  );
}
