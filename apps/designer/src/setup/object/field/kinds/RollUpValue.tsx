import type { RollUpSettings } from '@guanxi/field-types';
import type { FormulaType } from '@guanxi/formula';
import type { ObjectDescription } from '@guanxi/metadata';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, SegmentedControl, Select } from '../../../../ui/index.js';
import { formulaTypeOf } from '../../../formula/record-scope.js';
import { RecordFormula } from '../../../form/RecordFormula.js';
import { kindIcon } from '../kind-icons.js';
import styles from './Kinds.module.css';

interface RollUpValueProps {
  readonly child: ObjectDescription;
  readonly operation: RollUpSettings['operation'];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
}

/** What can be added up, compared, or simply taken over. */
const typesOf: Readonly<Record<RollUpSettings['operation'], readonly FormulaType[] | null>> = {
  count: null, sum: ['number'], avg: ['number'], min: ['number', 'date', 'datetime', 'time', 'text'], max: ['number', 'date', 'datetime', 'time', 'text'], first: null, last: null,
};

/** A field of the summed-up object, or a formula over it. */
export function RollUpValue({ child, operation, value, onChange, error }: RollUpValueProps) {
  const { t } = useTranslation();
  const types = typesOf[operation];
  const fields = child.fields.filter((field) => field.target === undefined && field.name !== 'id' && (types === null || types.includes(formulaTypeOf(field))));
  const isField = value === '' || fields.some(({ name }) => name === value);
  const [mode, setMode] = useState<'field' | 'formula'>(isField ? 'field' : 'formula');
  const label = t('model.rollUp.value');
  return (
    <div className={styles['valueChoice']}>
      <Field label={label} isRequired>
        <div><SegmentedControl label={label} value={mode} onChange={(next) => { setMode(next); if (next === 'field' && !isField) onChange(''); }} segments={[{ value: 'field', label: t('model.rollUp.aField') }, { value: 'formula', label: t('model.field.byFormula') }]} /></div>
      </Field>
      {mode === 'field'
        ? <Select label={label} hideLabel value={value || null} onChange={(next) => onChange(next ?? '')} error={error ?? null} choices={fields.map(({ name, label: words, type }) => ({ value: name, label: words, icon: kindIcon(type) }))} />
        : <RecordFormula label={label} hideLabel object={child.name} value={value} onChange={onChange} error={error} {...(types && { expected: types })} placeholder={t('model.rollUp.valueExample')} />}
    </div>
  );
}
