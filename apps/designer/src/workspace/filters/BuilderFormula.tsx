import { X } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames, IconButton } from '../../ui/index.js';
import type { BuilderPartProps } from './BuilderRow.js';
import type { FilterFormula } from './filter-tree.js';
import styles from './FilterBuilder.module.css';

// What checks formulas is no part of the first page.
const FormulaCondition = lazy(() => import('./FormulaCondition.js').then((module) => ({ default: module.FormulaCondition })));

/** A formula among the filters of the builder. */
export function BuilderFormula({ workspace, object, node, place, joint, hands }: BuilderPartProps & { readonly node: FilterFormula }) {
  const { t } = useTranslation();
  return (
    <div data-place={place.join('.')} className={classNames(styles['row'], node.formula === '' && styles['incomplete'])}>
      <span className={styles['joint']}>{t(`lists.filter.${joint}`)}</span>
      <div className={styles['formula']}>
        <Suspense fallback={null}><FormulaCondition workspace={workspace} object={object} formula={node.formula} onChange={(formula) => hands.change(place, { formula })} /></Suspense>
      </div>
      <IconButton size="small" icon={X} label={t('lists.filter.removeFormula')} onPress={() => hands.remove(place)} />
    </div>
  );
}
