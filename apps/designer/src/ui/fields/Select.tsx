import { ChevronsUpDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { classNames } from '../class-names.js';
import { ChoiceContent, ChoiceList } from './ChoiceList.js';
import type { Choice } from './choice.js';
import { ariaFieldProps, FieldParts, type FieldProps } from './Field.js';
import choiceStyles from './ChoiceList.module.css';
import styles from './Field.module.css';

export interface SelectProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly onBlur?: () => void;
  readonly placeholder?: string;
  /** Adds a first choice that clears the value. */
  readonly isClearable?: boolean;
}

const blankValue = '';

/** One of up to some dozen choices. For more, or for records, use `ComboBox`. */
export function Select(props: SelectProps) {
  const { t } = useTranslation();
  const { choices, value, onChange, onBlur, placeholder, isClearable } = props;
  const chosen = choices.find((choice) => choice.value === value);
  const offered = isClearable ? [{ value: blankValue, label: t('ui.none') }, ...choices] : choices;
  const { isReadOnly, ...fieldProps } = ariaFieldProps(props);
  return (
    <AriaSelect {...fieldProps} isDisabled={fieldProps.isDisabled || isReadOnly} value={value} placeholder={placeholder ?? t('ui.choose')}
      onChange={(key) => onChange(key === null || key === blankValue ? null : String(key))} {...(onBlur && { onBlur })}>
      <FieldParts {...props}>
        <Button className={classNames(styles['control'], styles['select'])}>
          <SelectValue className={styles['value'] ?? ''}>
            {({ defaultChildren }) => (chosen ? <ChoiceContent choice={chosen} isBrief /> : defaultChildren)}
          </SelectValue>
          <ChevronsUpDown size={13} aria-hidden className={styles['chevron']} />
        </Button>
      </FieldParts>
      <Popover className={choiceStyles['popover'] ?? ''} offset={4}><ChoiceList choices={offered} emptyText={t('ui.noChoices')} /></Popover>
    </AriaSelect>
  );
}
