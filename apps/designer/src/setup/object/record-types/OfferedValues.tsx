import type { PicklistValue } from '@guanxi/field-types';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../ui/index.js';
import styles from '../../form/Form.module.css';

interface OfferedValuesProps {
  readonly title: string;
  readonly values: readonly PicklistValue[];
  /** Undefined offers all. */
  readonly offered: readonly string[] | undefined;
  readonly onChange: (offered: readonly string[] | undefined) => void;
}

/** The values of one picklist that records of a type can choose. */
export function OfferedValues({ title, values, offered, onChange }: OfferedValuesProps) {
  const { t } = useTranslation();
  const toggle = (value: string) => onChange(values.map((one) => one.value).filter((one) => (one === value ? !offered?.includes(value) : offered?.includes(one))));
  return (
    <fieldset className={styles['picker']}>
      <legend className={styles['legend']}>{t('model.recordTypes.valuesOf', { name: title })}</legend>
      <Checkbox isSelected={offered === undefined} onChange={(isAll) => onChange(isAll ? undefined : values.map(({ value }) => value))}>{t('model.recordTypes.allValues')}</Checkbox>
      {offered !== undefined && values.map(({ value, label }) => <Checkbox key={value} isSelected={offered.includes(value)} onChange={() => toggle(value)}>{label}</Checkbox>)}
    </fieldset>
  );
}
