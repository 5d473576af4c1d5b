import { CircleAlert, Lock } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError, Label, Text } from 'react-aria-components';
import { classNames } from '../class-names.js';
import styles from './Field.module.css';

/** What every field control takes beside its value. */
export interface FieldProps {
  readonly label: string;
  /** Keeps the label for screen readers only. */
  readonly hideLabel?: boolean;
  readonly help?: ReactNode;
  /** A whole sentence; marks the control as invalid. */
  readonly error?: string | null | undefined;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  readonly isReadOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly name?: string;
  /** Of the control itself, so that an error summary can lead to it. */
  readonly id?: string;
}

/** The parts around every control of the kit: label, help, error. Used inside a React Aria field. */
export function FieldParts({ label, hideLabel, help, error, isRequired, isReadOnly, children }: FieldProps & { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <Label className={classNames(styles['label'], hideLabel && styles['hidden'])}>
        {label}
        {isRequired && <span className={styles['required']} aria-hidden>*</span>}
        {isReadOnly && <Lock size={11} role="img" aria-label={t('ui.readOnly')} className={styles['lock']} />}
      </Label>
      {children}
      {help && !error && <Text slot="description" className={styles['help'] ?? ''}>{help}</Text>}
      <FieldError className={styles['error'] ?? ''}>{error ? <><CircleAlert size={13} aria-hidden />{error}</> : null}</FieldError>
    </>
  );
}

/** The props that a React Aria field takes from `FieldProps`. */
export function ariaFieldProps({ error, isRequired, isDisabled, isReadOnly, autoFocus, name, id }: FieldProps) {
  return {
    className: styles['field'] ?? '',
    isInvalid: Boolean(error),
    isRequired: isRequired ?? false,
    isDisabled: isDisabled ?? false,
    isReadOnly: isReadOnly ?? false,
    // The caller judges values; the browser's own bubbles would speak another language and look.
    validationBehavior: 'aria' as const,
    ...(autoFocus !== undefined && { autoFocus }),
    ...(name !== undefined && { name }),
    ...(id !== undefined && { id }),
  };
}

/** The same label, help and error around a control that is not of the kit (an editor, a group of controls). */
export function Field({ label, hideLabel, help, error, isRequired, id: ownId, children }: FieldProps & { readonly children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" id={ownId} aria-labelledby={`${id}-label`} aria-describedby={`${id}-note`} className={styles['field']}>
      <span id={`${id}-label`} className={classNames(styles['label'], hideLabel && styles['hidden'])}>
        {label}{isRequired && <span className={styles['required']} aria-hidden>*</span>}
      </span>
      {children}
      <span id={`${id}-note`} className={error ? styles['error'] : styles['help']}>
        {error ? <><CircleAlert size={13} aria-hidden />{error}</> : help}
      </span>
    </div>
  );
}
