import { lazy, Suspense, useId, useState } from 'react';
import { classNames } from '../class-names.js';
import { RichText } from '../display/RichText.js';
import { Field, type FieldProps } from './Field.js';
import fieldStyles from './Field.module.css';
import styles from './RichTextField.module.css';

const RichTextEditor = lazy(() => import('./RichTextEditor.js').then((module) => ({ default: module.RichTextEditor })));

export interface RichTextFieldProps extends FieldProps {
  /** HTML that is safe to show. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
}

/** Shows the text until somebody enters it; only then the editor is loaded. */
export function RichTextField(props: RichTextFieldProps) {
  const { value, onChange, onBlur, label, isDisabled, isReadOnly, autoFocus, error } = props;
  const id = useId();
  const [isOpen, setIsOpen] = useState(autoFocus ?? false);
  const isFixed = (isDisabled ?? false) || (isReadOnly ?? false);
  const preview = (
    <div role="textbox" aria-multiline aria-label={label} aria-readonly={isFixed} aria-invalid={Boolean(error)} tabIndex={isDisabled ? -1 : 0} id={`${id}-text`}
      className={classNames(fieldStyles['control'], styles['preview'], isFixed && styles['fixed'])} onFocus={() => { if (!isFixed) setIsOpen(true); }}>
      <RichText html={value} />
    </div>
  );
  return (
    <Field {...props}>
      {isOpen && !isFixed
        ? <Suspense fallback={preview}><RichTextEditor label={label} value={value} onChange={onChange} isInvalid={Boolean(error)} {...(onBlur && { onBlur })} /></Suspense>
        : preview}
    </Field>
  );
}
