import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import { classNames } from '../class-names.js';
import type { Choice } from './choice.js';
import { ariaFieldProps, FieldParts, type FieldProps } from './Field.js';
import styles from './Toggle.module.css';

export interface RadioGroupProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  /** Each choice in a box of its own, side by side; for choices with an icon and a description. */
  readonly isCards?: boolean;
}

export function RadioGroup(props: RadioGroupProps) {
  const { choices, value, onChange, isCards } = props;
  return (
    <AriaRadioGroup {...ariaFieldProps(props)} value={value} onChange={onChange}>
      <FieldParts {...props}>
        <div className={classNames(styles['radios'], isCards && styles['cards'])}>
          {choices.map(({ value: id, label, description, icon: Icon, isDisabled }) => (
            <Radio key={id} value={id} isDisabled={isDisabled ?? false} className={classNames(styles['radio'], isCards && styles['card'])}>
              {isCards && Icon ? <Icon size={16} aria-hidden className={styles['icon']} /> : <span className={styles['circle']} />}
              <span className={styles['words']}>{label}{description && <span className={styles['help']}>{description}</span>}</span>
            </Radio>
          ))}
        </div>
      </FieldParts>
    </AriaRadioGroup>
  );
}
