import type { FormulaType } from '@guanxi/formula';
import { FlaskConical, ListTree, SquareFunction } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, Button } from '../../ui/index.js';
import type { BrowsedPage } from './FormulaBrowser.js';
import styles from './FormulaField.module.css';

interface FormulaToolsProps {
  /** Null while the formula is empty or wrong. */
  readonly type: FormulaType | null;
  readonly problemCount: number;
  readonly canTry: boolean;
  readonly isTried: boolean;
  readonly onBrowse: (page: BrowsedPage['page']) => void;
  readonly onTry: () => void;
}

/** Below the text: what it answers, and where fields, functions and a trial are found. */
export function FormulaTools({ type, problemCount, canTry, isTried, onBrowse, onTry }: FormulaToolsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['tools']}>
      <span className={styles['answers']} aria-live="polite">
        {type && <Badge tone="info">{t('formula.answers', { type: t(`formula.type.${type}`) })}</Badge>}
        {problemCount > 0 && <Badge tone="danger">{t('formula.problems', { count: problemCount })}</Badge>}
      </span>
      <Button size="small" variant="quiet" icon={ListTree} onPress={() => onBrowse('fields')}>{t('formula.fields')}</Button>
      <Button size="small" variant="quiet" icon={SquareFunction} onPress={() => onBrowse('functions')}>{t('formula.functions')}</Button>
      {canTry && <Button size="small" variant="quiet" icon={FlaskConical} aria-expanded={isTried} onPress={onTry}>{t('formula.try')}</Button>}
    </div>
  );
}
