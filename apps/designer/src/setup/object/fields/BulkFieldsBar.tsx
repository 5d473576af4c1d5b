import { Trash2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../ui/index.js';
import styles from './Fields.module.css';

interface BulkFieldsBarProps {
  readonly count: number;
  readonly onClear: () => void;
  readonly onRemove: () => void;
}

/** What can be done with the chosen fields together. */
export function BulkFieldsBar({ count, onClear, onRemove }: BulkFieldsBarProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['bulk']} role="toolbar" aria-label={t('model.fields.bulk')}>
      <span role="status">{t('model.fields.chosen', { count })}</span>
      <Button size="small" variant="danger" icon={Trash2} onPress={onRemove}>{t('model.fields.removeChosen', { count })}</Button>
      <IconButton size="small" icon={X} label={t('ui.clear')} onPress={onClear} />
    </div>
  );
}
