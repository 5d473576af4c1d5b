import type { FormulaOptions } from '@guanxi/formula';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SegmentedControl } from '../../ui/index.js';
import { useDraftedObjects } from '../documents/drafted-objects.js';
import { readCondition } from '../formula/condition-rows.js';
import { ConditionRows } from '../formula/ConditionRows.js';
import { RecordFormula } from './RecordFormula.js';
import styles from './Form.module.css';

interface ConditionEditorProps {
  readonly label: string;
  readonly object: string;
  readonly formula: string;
  readonly onChange: (formula: string) => void;
  readonly error?: string | undefined;
  readonly help?: string;
  readonly placeholder?: string;
  readonly source?: string;
  /** What it means that there is no condition. */
  readonly noneText: string;
  readonly options?: FormulaOptions;
}

/** A condition as rows of field, operator and value, or as a formula where rows do not say enough. */
export function ConditionEditor({ label, object, formula, onChange, error, help, placeholder, source, options, noneText }: ConditionEditorProps) {
  const { t } = useTranslation();
  const objects = useDraftedObjects();
  const described = objects.find(({ name }) => name === object);
  const canBeRows = readCondition(formula) !== null;
  const [wanted, setWanted] = useState<'rows' | 'formula'>(() => (canBeRows ? 'rows' : 'formula'));
  const mode = wanted === 'rows' && canBeRows && described ? 'rows' : 'formula';
  return (
    <div className={styles['conditionEditor']} role="group" aria-label={label}>
      <div className={styles['modes']}>
        <SegmentedControl label={label} value={mode} onChange={setWanted} segments={[{ value: 'rows', label: t('model.condition.rows') }, { value: 'formula', label: t('model.condition.formula') }]} />
        {!canBeRows && <span className={styles['hint']}>{t('model.condition.notRows')}</span>}
      </div>
      {mode === 'rows' && described
        ? <ConditionRows object={described} objects={objects} formula={formula} onChange={onChange} noneText={noneText} />
        : (
          <RecordFormula label={label} hideLabel object={object} value={formula} onChange={onChange} expected="boolean" error={error}
            {...(help !== undefined && { help })} {...(placeholder !== undefined && { placeholder })} {...(source !== undefined && { source })} {...(options && { options })} />
        )}
      {mode === 'rows' && error && <p className={styles['wrong']} role="alert">{error}</p>}
    </div>
  );
}
