import type { ReactNode } from 'react';
import { Group, Input, TextField as AriaTextField } from 'react-aria-components';
import { classNames } from '../class-names.js';
import { ariaFieldProps, FieldParts, type FieldProps } from './Field.js';
import styles from './Field.module.css';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'password';
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'tel' | 'url';
  readonly prefix?: ReactNode;
  readonly suffix?: ReactNode;
  /** Monospaced, without spell check: API names, formulas. */
  readonly isCode?: boolean;
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, onBlur, type = 'text', placeholder, maxLength, autoComplete, inputMode, prefix, suffix, isCode } = props;
  return (
    <AriaTextField {...ariaFieldProps(props)} value={value} onChange={onChange} type={type}
      {...(onBlur && { onBlur })} {...(maxLength !== undefined && { maxLength })} {...(autoComplete !== undefined && { autoComplete })}
      {...(inputMode && { inputMode })} {...(isCode && { spellCheck: 'false' as const })}>
      <FieldParts {...props}>
        {prefix === undefined && suffix === undefined
          ? <Input placeholder={placeholder} className={classNames(styles['control'], isCode && styles['code'])} />
          : (
            <Group className={classNames(styles['control'], styles['inner'])}>
              {prefix !== undefined && <span className={styles['affix']}>{prefix}</span>}
              <Input placeholder={placeholder} className={classNames(styles['bare'], isCode && styles['code'])} />
              {suffix !== undefined && <span className={styles['affix']}>{suffix}</span>}
            </Group>
          )}
      </FieldParts>
    </AriaTextField>
  );
}
