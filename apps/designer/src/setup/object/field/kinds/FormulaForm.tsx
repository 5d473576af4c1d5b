import type { FormulaSettings, JsonValue } from '@guanxi/field-types';
import type { FormulaType } from '@guanxi/formula';
import { Banknote, Binary, Calendar, Clock, Percent, SquareCheck, Timer, Type, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Checkbox, NumberField, RadioGroup, Select } from '../../../../ui/index.js';
import { RecordFormula } from '../../../form/RecordFormula.js';
import { FormulaExamples } from './FormulaExamples.js';
import type { KindFormProps } from './kind-form.js';
import formStyles from '../../../form/Form.module.css';

type Result = FormulaSettings['result'];

const results: Readonly<Record<Result, { readonly icon: LucideIcon; readonly expected: readonly FormulaType[]; readonly hasScale?: true }>> = {
  text: { icon: Type, expected: ['text'] },
  number: { icon: Binary, expected: ['number'], hasScale: true },
  currency: { icon: Banknote, expected: ['number'], hasScale: true },
  percent: { icon: Percent, expected: ['number'], hasScale: true },
  boolean: { icon: SquareCheck, expected: ['boolean'] },
  date: { icon: Calendar, expected: ['date'] },
  dateTime: { icon: Clock, expected: ['datetime'] },
  time: { icon: Timer, expected: ['time'] },
};

/** What a new formula field says until somebody writes a formula. */
const nothing = 'null';

/** What a formula field answers, and the formula. */
export function FormulaForm({ settings, onChange, errors, object }: KindFormProps) {
  const { t } = useTranslation();
  const { formula, result, scale, treatBlanksAs, stored } = settings as FormulaSettings;
  const set = (name: string, value: JsonValue | undefined) => {
    const { [name]: _before, ...rest } = settings;
    onChange(value === undefined ? rest : { ...rest, [name]: value });
  };
  const { expected, hasScale } = results[result];
  const text = formula === nothing ? '' : formula;
  return (
    <div className={formStyles['stack']}>
      <div className={formStyles['settings']}>
        <Select label={t('model.formula.result')} isRequired value={result} onChange={(next) => set('result', next ?? 'text')} error={errors['result'] ?? null}
          choices={(Object.keys(results) as Result[]).map((value) => ({ value, label: t(`model.formula.results.${value}`), icon: results[value].icon }))} />
        {hasScale && <NumberField label={t('setup.setting.scale')} value={scale ?? 2} min={0} max={18} onChange={(next) => set('scale', next ?? undefined)} error={errors['scale'] ?? null} />}
      </div>
      <RecordFormula label={t('model.formula.formula')} object={object.name} value={text} onChange={(next) => set('formula', next.trim() === '' ? nothing : next)} expected={expected}
        error={errors['formula']} placeholder={t(`model.formula.placeholder.${hasScale ? 'number' : result}`)} />
      {text === '' && <FormulaExamples object={object} result={result} onPick={(next) => set('formula', next)} />}
      {hasScale && (
        <RadioGroup label={t('model.formula.blanks')} value={treatBlanksAs ?? 'zero'} onChange={(next) => set('treatBlanksAs', next)}
          choices={[{ value: 'zero', label: t('model.formula.blanksZero') }, { value: 'blank', label: t('model.formula.blanksBlank') }]} />
      )}
      <Checkbox isSelected={stored === true} onChange={(isOn) => set('stored', isOn ? true : undefined)} help={t('model.formula.storedHelp')}>{t('model.formula.stored')}</Checkbox>
    </div>
  );
}
