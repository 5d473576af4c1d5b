import { ChevronsUpDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { classNames } from '../class-names.js';
import { Badge } from '../display/Badge.js';
import { ChoiceList } from './ChoiceList.js';
import type { Choice } from './choice.js';
import { ariaFieldProps, FieldParts, type FieldProps } from './Field.js';
import choiceStyles from './ChoiceList.module.css';
import styles from './Field.module.css';

export interface MultiSelectProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly onBlur?: () => void;
  readonly placeholder?: string;
}

/** Several of up to some dozen choices; the list stays open while they are ticked. */
export function MultiSelect(props: MultiSelectProps) {
  const { t } = useTranslation();
  const { choices, value, onChange, onBlur, placeholder } = props;
  const chosen = choices.filter((choice) => value.includes(choice.value));
  const { isReadOnly, ...fieldProps } = ariaFieldProps(props);
  return (
    <AriaSelect {...fieldProps} selectionMode="multiple" isDisabled={fieldProps.isDisabled || isReadOnly} value={[...value]} placeholder={placeholder ?? t('ui.choose')}
      onChange={(keys) => onChange(keys.map(String))} {...(onBlur && { onBlur })}>
      <FieldParts {...props}>
        <Button className={classNames(styles['control'], styles['select'])}>
          <SelectValue className={classNames(styles['value'], styles['pills'])}>
            {({ defaultChildren }) => (chosen.length > 0 ? chosen.map(({ value: key, label, hue }) => <Badge key={key} hue={hue ?? null}>{label}</Badge>) : defaultChildren)}
          </SelectValue>
          <ChevronsUpDown size={13} aria-hidden className={styles['chevron']} />
        </Button>
      </FieldParts>
      <Popover className={choiceStyles['popover'] ?? ''} offset={4}><ChoiceList choices={choices} emptyText={t('ui.noChoices')} /></Popover>
    </AriaSelect>
  );
}
