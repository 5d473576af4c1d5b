import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components';
import { classNames } from '../class-names.js';
import { ariaFieldProps, FieldParts, type FieldProps } from './Field.js';
import styles from './Field.module.css';

export interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly placeholder?: string;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly isCode?: boolean;
}

/** Grows with its text. */
export function TextArea(props: TextAreaProps) {
  const { value, onChange, onBlur, placeholder, rows = 3, maxLength, isCode } = props;
  return (
    <AriaTextField {...ariaFieldProps(props)} value={value} onChange={onChange} {...(onBlur && { onBlur })} {...(maxLength !== undefined && { maxLength })}>
      <FieldParts {...props}>
        <AriaTextArea rows={rows} placeholder={placeholder} spellCheck={isCode ? 'false' : undefined}
          className={classNames(styles['control'], styles['area'], isCode && styles['code'])} />
      </FieldParts>
    </AriaTextField>
  );
}
