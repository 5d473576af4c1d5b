import { ChevronsUpDown, Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ComboBox as AriaComboBox, Group, Input, Popover, useFilter } from 'react-aria-components';
import { classNames } from '../class-names.js';
import { Spinner } from '../feedback/Spinner.js';
import { ChoiceList } from './ChoiceList.js';
import type { Choice } from './choice.js';
import { ariaFieldProps, FieldParts, type FieldProps } from './Field.js';
import choiceStyles from './ChoiceList.module.css';
import styles from './Field.module.css';

export interface ComboBoxProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly onBlur?: () => void;
  /** Label of the value when it is not among the choices, as for a record found earlier. */
  readonly valueLabel?: string | null;
  /** Given when the choices come from a search: called with the text at each change, and the choices are shown as they are. */
  readonly onSearch?: (text: string) => void;
  readonly isLoading?: boolean;
  readonly placeholder?: string;
  readonly emptyText?: string;
  /** The choices are seen as soon as the field has the focus, also when it is given to it. */
  readonly startsOpen?: boolean;
  /** What the search begins with, as where people typed over a value. */
  readonly startText?: string;
  /** Offered below the choices: makes what is not there yet. The text is what was typed. */
  readonly making?: { readonly say: (text: string) => string; readonly run: (text: string) => void };
  /** Text that is no choice becomes the value. */
  readonly allowsCustomValue?: boolean;
}

const makingKey = '\u0000make';

export function ComboBox(props: ComboBoxProps) {
  const { t } = useTranslation();
  const { contains } = useFilter({ sensitivity: 'base' });
  const { choices, value, onChange, onBlur, valueLabel, onSearch, isLoading, placeholder, emptyText, allowsCustomValue, startsOpen, startText, making } = props;
  const [typed, setTyped] = useState<string | null>(startText ?? null);
  const chosenLabel = choices.find((choice) => choice.value === value)?.label ?? valueLabel ?? value ?? '';
  const isNarrowed = onSearch === undefined && typed !== null && typed !== '' && typed !== chosenLabel;
  const offered = isNarrowed ? choices.filter(({ label, description }) => contains(`${label} ${description ?? ''}`, typed)) : choices;

  const sought = typed === null || typed === chosenLabel ? '' : typed.trim();
  const shown = making ? [...offered, { value: makingKey, label: making.say(sought), icon: Plus }] : offered;
  // React Aria writes the label of what was chosen into the field; of this choice it must not.
  const isMaking = useRef(false);
  // React Aria closes the list when its value becomes another one, which it never does where what is chosen goes into a list of its own.
  const [picked, setPicked] = useState<string | null>(null);
  const choose = (next: string | null) => { setTyped(null); setPicked(next === value ? null : next); onChange(next); };
  return (
    <AriaComboBox {...ariaFieldProps(props)} value={picked ?? value} inputValue={typed ?? chosenLabel} menuTrigger={props.autoFocus && !startsOpen ? 'input' : 'focus'} allowsEmptyCollection
      allowsCustomValue={allowsCustomValue ?? false}
      onInputChange={(text) => {
        if (isMaking.current || text === (typed ?? chosenLabel)) return;
        setTyped(text);
        onSearch?.(text);
        if (text === '') onChange(null);
      }}
      onChange={(key) => {
        if (key === makingKey) {
          isMaking.current = true;
          making?.run(sought);
        } else if (key !== null && !isMaking.current) choose(String(key));
      }}
      onOpenChange={(isOpen) => { setPicked(null); if (isOpen) onSearch?.(startText !== undefined && typed === startText ? startText : ''); }}
      onBlur={() => {
        if (allowsCustomValue && typed !== null && typed !== '') onChange(typed);
        setTyped(null);
        onBlur?.();
      }}>
      <FieldParts {...props}>
        <Group className={classNames(styles['control'], styles['inner'])}>
          <Input placeholder={placeholder ?? t('ui.search')} className={styles['bare'] ?? ''} onKeyDown={() => { isMaking.current = false; }} onFocus={(event) => { isMaking.current = false; if (startText === undefined) event.target.select(); }} />
          {isLoading && <Spinner />}
          {value !== null && !props.isReadOnly && !props.isRequired && (
            <Button slot={null} aria-label={t('ui.clear')} className={styles['trigger'] ?? ''} onPress={() => choose(null)}><X size={13} aria-hidden /></Button>
          )}
          <Button className={styles['trigger'] ?? ''}><ChevronsUpDown size={13} aria-hidden /></Button>
        </Group>
      </FieldParts>
      <Popover className={choiceStyles['popover'] ?? ''} offset={4}>
        <ChoiceList choices={shown} emptyText={isLoading ? t('ui.loading') : (emptyText ?? t('ui.noMatch'))} />
      </Popover>
    </AriaComboBox>
  );
}
