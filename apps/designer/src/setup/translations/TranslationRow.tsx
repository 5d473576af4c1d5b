import type { TranslatableText } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/index.js';
import { findPlaceholderFault } from './translation-file.js';
import styles from './Translations.module.css';

interface TranslationRowProps {
  readonly text: TranslatableText;
  readonly language: string;
  /** What was typed and is not saved yet. */
  readonly edited: string | undefined;
  readonly onEdit: (path: string, translation: string) => void;
}

export function TranslationRow({ text, language, edited, onEdit }: TranslationRowProps) {
  const { t } = useTranslation();
  const value = edited ?? text.translations[language] ?? '';
  const isFaulty = findPlaceholderFault(text.text, value);
  // A message has lines of its own, which a field of one line would swallow.
  const Control = text.role === 'body' ? 'textarea' : 'input';
  const where = [text.name, text.part].filter(Boolean).join(' › ');
  return (
    <div className={styles['row']} role="row">
      <span className={styles['where']} role="cell" title={text.path}><span className={styles['role']}>{t(`platform.kind.${text.kind}`)}</span> {where}{text.role !== 'title' && <span className={styles['role']}> · {t(`platform.translations.role.${text.role}`)}</span>}</span>
      <span className={styles['text']} role="cell">{text.text}</span>
      <span role="cell">
        <Control className={classNames(styles['input'], edited !== undefined && styles['edited'], isFaulty && styles['fault'])} lang={language} value={value} spellCheck
          aria-label={t('platform.translations.of', { text: text.text, where })} aria-invalid={isFaulty} placeholder={text.text} onChange={({ target }: { readonly target: { readonly value: string } }) => onEdit(text.path, target.value)} />
        {isFaulty && <span className={styles['faultWords']} role="alert">{t('platform.translations.placeholders')}</span>}
      </span>
    </div>
  );
}
