import type { Translations } from '@guanxi/metadata';
import { Languages } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../shell/index.js';
import { Button, TextField } from '../../ui/index.js';
import styles from './Form.module.css';

export interface TranslatedTextValue { readonly text: string; readonly titles: Translations }

interface TranslatedTextProps {
  readonly label: string;
  readonly value: TranslatedTextValue;
  readonly onChange: (value: TranslatedTextValue) => void;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
}

const others = ['zh-TW', 'zh-CN'] as const;

/** A text and what it is called in the other languages; these stay folded away until there is one or somebody wants one. */
export function TranslatedText({ label, value, onChange, help, error, isRequired, autoFocus, placeholder }: TranslatedTextProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(Object.keys(value.titles).length > 0);
  const setTitle = (language: string, text: string) => {
    const { [language]: _before, ...titles } = value.titles;
    onChange({ ...value, titles: text === '' ? titles : { ...titles, [language]: text } });
  };
  return (
    <div className={styles['translated']}>
      <TextField label={label} value={value.text} onChange={(text) => onChange({ ...value, text })} maxLength={255} error={error ?? null}
        {...(help !== undefined && { help })} {...(isRequired && { isRequired })} {...(autoFocus && { autoFocus })} {...(placeholder !== undefined && { placeholder })} />
      {isOpen
        ? (
          <div className={styles['languages']}>
            {others.map((language) => (
              <TextField key={language} label={t('setup.form.inLanguage', { label, language: languageNames[language] })} hideLabel prefix={<span lang={language}>{languageNames[language]}</span>}
                value={value.titles[language] ?? ''} onChange={(text) => setTitle(language, text)} maxLength={255} />
            ))}
          </div>
        )
        : <span><Button size="small" variant="quiet" icon={Languages} onPress={() => setOpen(true)}>{t('setup.form.addTranslations')}</Button></span>}
    </div>
  );
}
