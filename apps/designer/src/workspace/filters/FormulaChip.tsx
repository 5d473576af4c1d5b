import { SquareFunction, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton, PlainButton } from '../../ui/index.js';
import styles from './Filters.module.css';

interface FormulaChipProps {
  readonly formula: string;
  readonly onOpen?: (() => void) | undefined;
  readonly onRemove: () => void;
}

/** A formula that has to hold, in one chip; it is changed in the builder. */
export function FormulaChip({ formula, onOpen, onRemove }: FormulaChipProps) {
  const { t } = useTranslation();
  return (
    <span className={styles['chip']}>
      <PlainButton className={styles['words'] ?? ''} label={t('lists.filter.changeFormula')} {...(onOpen && { onPress: onOpen })}>
        <SquareFunction size={14} aria-hidden className={styles['sign']} />
        {formula === '' ? <span className={styles['missing']}>{t('lists.filter.emptyFormula')}</span> : <code className={styles['code']} title={formula}>{formula}</code>}
      </PlainButton>
      <IconButton size="small" icon={X} label={t('lists.filter.removeFormula')} onPress={onRemove} />
    </span>
  );
}
