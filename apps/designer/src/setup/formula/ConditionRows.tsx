import type { ObjectDescription } from '@guanxi/metadata';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, CodeText, ComboBox, IconButton, SegmentedControl, Select } from '../../ui/index.js';
import { ConditionOperand } from './ConditionOperand.js';
import { conditionFields, type ConditionField } from './condition-fields.js';
import { operatorsOf, readCondition, takesOperand, writeCondition, type ConditionOperator, type ConditionRow, type SimpleCondition } from './condition-rows.js';
import styles from './ConditionRows.module.css';

interface ConditionRowsProps {
  readonly object: ObjectDescription;
  readonly objects: readonly ObjectDescription[];
  readonly formula: string;
  readonly onChange: (formula: string) => void;
  /** What it means that there are no rows. */
  readonly noneText?: string;
}

/** Field, operator, value: what most conditions need. The formula they make is shown below them. */
export function ConditionRows({ object, objects, formula, onChange, noneText }: ConditionRowsProps) {
  const { t } = useTranslation();
  const fields = conditionFields(object, objects);
  const kindOf = (path: string) => fields.find((field) => field.path === path)?.kind ?? 'text';
  // Rows that are not filled in yet are not in the formula, so they live here.
  const [condition, setCondition] = useState<SimpleCondition>(() => readCondition(formula) ?? { joined: 'all', rows: [] });
  const set = (next: SimpleCondition) => {
    setCondition(next);
    onChange(writeCondition(next, kindOf));
  };
  const setRow = (index: number, row: ConditionRow) => set({ ...condition, rows: condition.rows.map((one, at) => (at === index ? row : one)) });
  return (
    <div className={styles['condition']}>
      {condition.rows.length > 1 && (
        <SegmentedControl label={t('automation.condition.joined')} value={condition.joined} onChange={(joined) => set({ ...condition, joined })}
          segments={[{ value: 'all', label: t('automation.condition.all') }, { value: 'any', label: t('automation.condition.any') }]} />
      )}
      <ul className={styles['rows']}>
        {condition.rows.map((row, index) => {
          const field = fields.find(({ path }) => path === row.field);
          return (
            <li key={index} className={styles['row']}>
              <div className={styles['controls']}>
                <div className={styles['whole']}>
                  <ComboBox label={t('automation.condition.field')} hideLabel value={row.field || null} placeholder={t('automation.condition.field')}
                    choices={fields.map(({ path, label, group }) => ({ value: path, label, ...(group && { group }) }))}
                    onChange={(path) => setRow(index, { field: path ?? '', operator: 'is', operand: '' })} />
                </div>
                <Select label={t('automation.condition.operator')} hideLabel value={row.operator}
                  choices={operatorsFor(field).map((value) => ({ value, label: t(`automation.operator.${value}`) }))}
                  onChange={(operator) => setRow(index, { ...row, operator: (operator ?? 'is') as ConditionOperator })} />
                {takesOperand(row.operator) && <ConditionOperand field={field} value={row.operand} onChange={(operand) => setRow(index, { ...row, operand })} />}
              </div>
              <IconButton icon={Trash2} label={t('automation.condition.remove', { number: index + 1 })} onPress={() => set({ ...condition, rows: condition.rows.filter((_, at) => at !== index) })} />
            </li>
          );
        })}
      </ul>
      {condition.rows.length === 0 && <p className={styles['none']}>{noneText ?? t('automation.condition.none', { objects: object.pluralLabel })}</p>}
      <div><Button size="small" icon={Plus} onPress={() => setCondition({ ...condition, rows: [...condition.rows, { field: '', operator: 'is', operand: '' }] })}>{t('automation.condition.add')}</Button></div>
      {formula !== '' && <CodeText isBlock>{formula}</CodeText>}
    </div>
  );
}

function operatorsFor(field: ConditionField | undefined): readonly ConditionOperator[] {
  return operatorsOf[field?.kind ?? 'text'];
}
