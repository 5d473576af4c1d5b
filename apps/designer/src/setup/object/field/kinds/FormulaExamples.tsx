import { fieldType, isFieldTypeName, type FormulaSettings } from '@guanxi/field-types';
import type { ObjectDocument } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { CodeText, PlainButton } from '../../../../ui/index.js';
import styles from './Kinds.module.css';

interface FormulaExamplesProps {
  readonly object: ObjectDocument;
  readonly result: FormulaSettings['result'];
  readonly onPick: (formula: string) => void;
}

/** Formulas over the fields that the object really has, to begin with. */
export function FormulaExamples({ object, result, onPick }: FormulaExamplesProps) {
  const { t } = useTranslation();
  const examples = findExamples(object, result);
  if (examples.length === 0) return null;
  return (
    <div className={styles['suggestions']} role="group" aria-label={t('model.formula.examples')}>
      <span className={styles['quiet']}>{t('model.formula.examples')}</span>
      {examples.map((example) => <PlainButton key={example} className={styles['suggestion'] ?? ''} onPress={() => onPick(example)}><CodeText>{example}</CodeText></PlainButton>)}
    </div>
  );
}

export function findExamples({ properties, guanxi }: ObjectDocument, result: FormulaSettings['result']): readonly string[] {
  const ofType = (...types: readonly string[]) => Object.entries(properties).filter(([, property]) => isFieldTypeName(property.guanxi.type) && types.includes(fieldType(property.guanxi.type).formulaType)).map(([name]) => name);
  const [number, other] = ofType('number');
  const [day] = ofType('date');
  const [word] = [guanxi.nameField ?? 'name'];
  const numbers = [number && other && `${number} * ${other}`, number && `ROUND(${number} * 1.05, 2)`, day && `TODAY() - ${day}`];
  const all: Readonly<Record<FormulaSettings['result'], readonly (string | undefined)[]>> = {
    text: [`UPPER(${word})`, `${word} & " (" & owner.name & ")"`, number && `IF(${number} > 1000, "A", "B")`],
    number: numbers, currency: numbers, percent: [number && other && `${number} / ${other} * 100`, ...numbers],
    boolean: [day && `${day} < TODAY()`, number && `${number} > 1000`, 'ISBLANK(owner)'],
    date: [day && `${day} + 30`, 'DATEVALUE(createdAt)'], dateTime: ['createdAt + 1'], time: ['TIMEVALUE("09:00:00")'],
  };
  return all[result].filter((one) => typeof one === 'string').slice(0, 3);
}
