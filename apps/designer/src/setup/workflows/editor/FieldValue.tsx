import { parseFormula, type FormulaScope, type FormulaType } from '@guanxi/formula';
import type { FieldDescription } from '@guanxi/metadata';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SegmentedControl, Select } from '../../../ui/index.js';
import { picklistChoices } from '../../formula/condition-fields.js';
import { quoteText } from '../../formula/condition-rows.js';
import { FormulaField } from '../../formula/FormulaField.js';
import { formulaTypeOf } from '../../formula/record-scope.js';
import styles from './Inspector.module.css';

interface FieldValueProps {
  readonly field: FieldDescription | undefined;
  readonly label: string;
  readonly formula: string;
  readonly scope: FormulaScope;
  readonly error: string | null;
  readonly onChange: (formula: string) => void;
}

/** What one field is set to: one of its values where it has a list of them, else a formula. */
export function FieldValue({ field, label, formula, scope, error, onChange }: FieldValueProps) {
  const { t } = useTranslation();
  const choices = field?.type === 'picklist' ? picklistChoices(field) : [];
  const literal = readLiteral(formula);
  const isChoice = choices.length > 0 && (formula === '' || choices.some(({ value }) => value === literal));
  const [wish, setWish] = useState<'value' | 'formula'>('value');
  const mode = isChoice ? wish : 'formula';
  return (
    <>
      {choices.length > 0 && isChoice && (
        <SegmentedControl label={t('automation.values.mode', { field: label })} value={mode} onChange={setWish}
          segments={[{ value: 'value', label: t('automation.values.value') }, { value: 'formula', label: t('automation.condition.formula') }]} />
      )}
      {mode === 'value' && choices.length > 0
        ? <Select label={label} hideLabel value={literal} choices={choices} error={error} onChange={(value) => onChange(value === null ? '' : quoteText(value))} />
        : (
          <div className={styles['stack']}>
            <FormulaField label={t('automation.values.formula', { field: label })} hideLabel isCompact value={formula} scope={scope} error={error} onChange={onChange}
              {...(field && { expected: formulaTypeOf(field) })} placeholder={placeholderOf(field)} />
          </div>
        )}
    </>
  );
}

/** The text that the formula is, when it is nothing but one. */
function readLiteral(formula: string): string | null {
  const parsed = formula === '' ? null : parseFormula(formula);
  return parsed?.ok && parsed.tree.kind === 'literal' && parsed.tree.type === 'text' ? parsed.tree.value : null;
}

function placeholderOf(field: FieldDescription | undefined): string {
  const type = field && formulaTypeOf(field);
  const examples: Readonly<Partial<Record<FormulaType, string>>> = { number: '1', boolean: 'TRUE', date: 'TODAY() + 2', time: "TIMEVALUE('08:30')", datetime: 'NOW()', picklist: "'call'", reference: 'owner' };
  return (type && examples[type]) ?? "'Call ' & name";
}
