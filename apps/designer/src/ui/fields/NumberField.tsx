import { NumberField as AriaNumberField, Group, Input } from 'react-aria-components';
import { classNames } from '../class-names.js';
import { ariaFieldProps, FieldParts, type FieldProps } from './Field.js';
import styles from './Field.module.css';

export interface NumberFieldProps extends FieldProps {
  /** A whole number or null. Amounts and decimals use `DecimalField`, because binary fractions lose cents. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  readonly placeholder?: string;
  /** Said after the number, such as "days". */
  readonly unit?: string;
}

export function NumberField(props: NumberFieldProps) {
  const { value, onChange, min, max, placeholder, unit } = props;
  return (
    <AriaNumberField {...ariaFieldProps(props)} value={value ?? Number.NaN} onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      formatOptions={{ maximumFractionDigits: 0 }} {...(min !== undefined && { minValue: min })} {...(max !== undefined && { maxValue: max })}>
      <FieldParts {...props}>
        <Group className={classNames(styles['control'], styles['inner'])}>
          <Input placeholder={placeholder} className={classNames(styles['bare'], styles['number'])} />
          {unit && <span className={styles['affix']}>{unit}</span>}
        </Group>
      </FieldParts>
    </AriaNumberField>
  );
}
