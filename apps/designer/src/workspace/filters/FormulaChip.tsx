import { SquareFunction, TriangleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames, IconButton, PlainButton } from '../../ui/index.js';
import styles from './Filters.module.css';

interface FormulaChipProps {
  readonly formula: string;
  /** It names what is gone, and is left out until somebody mends it. */
  readonly isBroken?: boolean;
  readonly onOpen?: (() => void) | undefined;
  readonly onRemove: () => void;
}

/** A formula that has to hold, in one chip; it is changed in the builder. */
export function FormulaChip({ formula, isBroken = false, onOpen, onRemove }: FormulaChipProps) {
  const { t } = useTranslation();
  return (
    <span className={classNames(styles['chip'], isBroken && styles['broken'])}>
      <PlainButton className={styles['words'] ?? ''} label={t(isBroken ? 'lists.filter.mendFormula' : 'lists.filter.changeFormula')} {...(onOpen && { onPress: onOpen })}>
        {isBroken ? <TriangleAlert size={14} aria-hidden className={styles['sign']} /> : <SquareFunction size={14} aria-hidden className={styles['sign']} />}
        {formula === '' ? <span className={styles['missing']}>{t('lists.filter.emptyFormula')}</span> : <code className={styles['code']} title={formula}>{formula}</code>}
      </PlainButton>
      <IconButton size="small" icon={X} label={t('lists.filter.removeFormula')} onPress={onRemove} />
    </span>
  );
}
