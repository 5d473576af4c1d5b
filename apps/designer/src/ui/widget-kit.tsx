import { fileAddress, sanitizeHtml } from '@guanxi/field-types';
import type { InputProps, WidgetKit } from '@guanxi/field-types/widgets';
import { Check as CheckIcon, Minus } from 'lucide-react';
import { getFormat } from '../format/index.js';
import { Button } from './controls/Button.js';
import { TextLink } from './controls/TextLink.js';
import { Badge } from './display/Badge.js';
import { Picture } from './display/Picture.js';
import { RichText } from './display/RichText.js';
import { Checkbox } from './fields/Checkbox.js';
import { DateField } from './fields/DateField.js';
import { DateTimeField } from './fields/DateTimeField.js';
import { DecimalField } from './fields/DecimalField.js';
import { DurationField } from './fields/DurationField.js';
import { Field, type FieldProps } from './fields/Field.js';
import { FileField } from './fields/FileField.js';
import { MultiSelect } from './fields/MultiSelect.js';
import { RecordField } from './fields/RecordField.js';
import { RecordListField } from './fields/RecordListField.js';
import { RichTextField } from './fields/RichTextField.js';
import { Select } from './fields/Select.js';
import { TextArea } from './fields/TextArea.js';
import { TextField } from './fields/TextField.js';
import { TimeField } from './fields/TimeField.js';
import { ErrorSummary, FormActions, FormCell, FormGrid, FormSection } from './form/FormParts.js';
import { FormTabs } from './form/FormTabs.js';
import { ReadField } from './form/ReadField.js';
import { classNames } from './class-names.js';
import styles from './widget-kit.module.css';

/** The parts of this page that the widgets of field kinds draw with; given to them by `WidgetKitProvider`. */
export const widgetKit: WidgetKit = {
  TextInput: ({ kind = 'text', maxLength, prefix, ...input }) => (
    <TextField {...fieldProps(input)} value={input.value ?? ''} onChange={(text) => input.onChange(text === '' ? null : text)} type={kind}
      {...(maxLength !== undefined && { maxLength })} {...(prefix !== undefined && { prefix })} {...(input.onBlur && { onBlur: input.onBlur })} />
  ),
  TextAreaInput: ({ maxLength, code, ...input }) => (
    <TextArea {...fieldProps(input)} value={input.value ?? ''} onChange={(text) => input.onChange(text === '' ? null : text)}
      {...(maxLength !== undefined && { maxLength })} {...(code !== undefined && { isCode: code })} {...(input.onBlur && { onBlur: input.onBlur })} />
  ),
  RichTextInput: (input) => (
    <RichTextField {...fieldProps(input)} value={sanitizeHtml(input.value ?? '')} onChange={(html) => input.onChange(html === '' ? null : html)} {...(input.onBlur && { onBlur: input.onBlur })} />
  ),
  NumberInput: ({ format, suffix, ...input }) => (
    <DecimalField {...fieldProps(input)} value={input.value} onChange={input.onChange} {...(input.onBlur && { onBlur: input.onBlur })}
      {...(format?.minimumFractionDigits !== undefined && { scale: format.minimumFractionDigits })}
      {...unitAround(format)} {...(suffix !== undefined && { suffix })} />
  ),
  CheckboxInput: (input) => {
    const { label, help, error, isRequired, isDisabled, isReadOnly, autoFocus, name, id, hideLabel } = fieldProps(input);
    return (
      <div className={styles['checkbox']}>
        <Checkbox isSelected={input.value === true} onChange={input.onChange} isInvalid={Boolean(error)} isRequired={isRequired ?? false} isDisabled={isDisabled ?? false}
          isReadOnly={isReadOnly ?? false} validationBehavior="aria" {...(autoFocus !== undefined && { autoFocus })} {...(name !== undefined && { name })} {...(id !== undefined && { id })}
          {...(input.onBlur && { onBlur: input.onBlur })} {...(hideLabel && { 'aria-label': label })} {...(typeof help === 'string' && { help })}>
          {hideLabel ? undefined : label}
        </Checkbox>
        {error && <p className={styles['error']} role="alert">{error}</p>}
      </div>
    );
  },
  DateInput: (input) => <DateField {...fieldProps(input)} value={input.value} onChange={input.onChange} {...(input.onBlur && { onBlur: input.onBlur })} />,
  DateTimeInput: ({ timeZone, ...input }) => (
    <DateTimeField {...fieldProps(input)} timeZone={timeZone} value={input.value} onChange={input.onChange} {...(input.onBlur && { onBlur: input.onBlur })} />
  ),
  TimeInput: (input) => <TimeField {...fieldProps(input)} value={input.value} onChange={input.onChange} {...(input.onBlur && { onBlur: input.onBlur })} />,
  SelectInput: ({ options, ...input }) => (
    <Select {...fieldProps(input)} value={input.value} onChange={input.onChange} isClearable={!input.required} {...(input.onBlur && { onBlur: input.onBlur })}
      choices={options.map(({ value, label, color }) => ({ value, label, hue: color ?? null }))} />
  ),
  RecordInput: ({ object, displayName, filter, ...input }) => (
    <RecordField {...fieldProps(input)} object={object} displayName={displayName ?? null} {...(filter && { filter })} value={input.value} onChange={input.onChange} {...(input.onBlur && { onBlur: input.onBlur })} />
  ),
  DurationInput: (input) => <DurationField {...fieldProps(input)} value={input.value} onChange={input.onChange} {...(input.onBlur && { onBlur: input.onBlur })} />,
  FileInput: ({ images, fileName, ...input }) => (
    <FileField {...fieldProps(input)} value={input.value} onChange={input.onChange} {...(images && { isImage: true })} {...(fileName !== undefined && { fileName })} {...(input.onBlur && { onBlur: input.onBlur })} />
  ),
  MultiSelectInput: ({ options, ...input }) => (
    <MultiSelect {...fieldProps(input)} value={input.value ?? []} onChange={input.onChange} {...(input.onBlur && { onBlur: input.onBlur })}
      choices={options.map(({ value, label, color }) => ({ value, label, hue: color ?? null }))} />
  ),
  RecordListInput: ({ object, displayNames, ...input }) => (
    <RecordListField {...fieldProps(input)} object={object} value={input.value ?? []} onChange={input.onChange} {...(displayNames && { displayNames })} {...(input.onBlur && { onBlur: input.onBlur })} />
  ),
  InputGroup: ({ children, ...group }) => <Field {...fieldProps(group)}><div className={styles['pieces']}>{children}</div></Field>,
  Text: ({ children, muted, numeric, multiline }) => (
    <span className={classNames(styles['text'], muted && styles['muted'], numeric && styles['numeric'], multiline && styles['multiline'])}>{children}</span>
  ),
  Link: ({ href, children, external }) => <TextLink href={href} isExternal={external ?? false}>{children}</TextLink>,
  RecordLink: ({ object, id, children }) => <TextLink href={`/app/${encodeURIComponent(object)}/${encodeURIComponent(id)}`} isPlain>{children}</TextLink>,
  RichText,
  Code: ({ children }) => <pre className={styles['code']}>{children}</pre>,
  Picture: ({ source, label, small }) => <Picture source={source} label={label} isSmall={small ?? false} />,
  FileLink: ({ id, children }) => <TextLink href={fileAddress(id)} isExternal>{children}</TextLink>,
  Pill: ({ color, children }) => <Badge hue={color ?? null}>{children}</Badge>,
  Check: ({ checked, label }) => {
    const Icon = checked ? CheckIcon : Minus;
    return <Icon size={15} role="img" aria-label={label} className={checked ? styles['checked'] : styles['unchecked']} />;
  },
  Section: FormSection,
  Tabs: FormTabs,
  FormGrid,
  FormCell: ({ wide, children }) => <FormCell isWide={wide ?? false}>{children}</FormCell>,
  ErrorSummary,
  FormActions,
  Button: ({ children, kind, onPress, submit, busy, disabled }) => (
    <Button variant={kind === 'primary' ? 'primary' : 'secondary'} type={submit ? 'submit' : 'button'} isPending={busy ?? false} isDisabled={disabled ?? false}
      {...(onPress && { onPress })}>{children}</Button>
  ),
  ReadField,
};

/** Where the reader's language puts the currency or the unit: "$" before, "%" behind. */
function unitAround(format: Intl.NumberFormatOptions | undefined): { prefix?: string; suffix?: string } {
  if (format?.style !== 'currency' && format?.style !== 'unit' && format?.style !== 'percent') return {};
  const [before = '', behind = ''] = new Intl.NumberFormat(getFormat().locale, { ...format, minimumFractionDigits: 0, maximumFractionDigits: 0 }).format(0).split('0');
  return { ...(before.trim() !== '' && { prefix: before.trim() }), ...(behind.trim() !== '' && { suffix: behind.trim() }) };
}

function fieldProps<Value>({ label, help, required, disabled, readOnly, errors, autoFocus, name, id, hideLabel }: Omit<InputProps<Value>, 'value' | 'onChange'>): FieldProps {
  return {
    label,
    ...(help !== undefined && { help }), ...(hideLabel !== undefined && { hideLabel }), ...(required !== undefined && { isRequired: required }),
    ...(disabled !== undefined && { isDisabled: disabled }), ...(readOnly !== undefined && { isReadOnly: readOnly }),
    ...(errors && errors.length > 0 && { error: errors.join(' ') }), ...(autoFocus !== undefined && { autoFocus }), ...(name !== undefined && { name }), ...(id !== undefined && { id }),
  };
}
