import { RotateCw, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../class-names.js';
import { Button } from '../controls/Button.js';
import { CodeText } from '../display/CodeText.js';
import styles from './EmptyState.module.css';

export interface ErrorStateProps {
  readonly title?: string;
  /** A whole sentence that people can act on. */
  readonly message?: string;
  /** What support looks the error up by. */
  readonly reference?: string | null | undefined;
  readonly onRetry?: () => void;
}

export function ErrorState({ title, message, reference, onRetry }: ErrorStateProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['state']} role="alert">
      <span className={classNames(styles['icon'], styles['danger'])}><TriangleAlert size={20} strokeWidth={1.75} aria-hidden /></span>
      <h2 className={styles['title']}>{title ?? t('ui.error.title')}</h2>
      {message && <p className={styles['words']}>{message}</p>}
      {reference && <p className={styles['reference']}>{t('ui.error.reference')} <CodeText isCopyable>{reference}</CodeText></p>}
      {onRetry && <div className={styles['actions']}><Button icon={RotateCw} onPress={onRetry}>{t('ui.retry')}</Button></div>}
    </div>
  );
}
