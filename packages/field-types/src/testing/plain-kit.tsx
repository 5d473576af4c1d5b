import type { ChangeEvent, ReactNode } from 'react';
import type { InputProps, WidgetKit } from '../widget-kit.js';

/** A kit of bare HTML: enough to see what a widget asks for. */
export const plainKit: WidgetKit = {
  TextInput: ({ kind = 'text', maxLength, ...props }) => labelled(props, <input {...attributes(props)} type={kind} maxLength={maxLength} onChange={textChange(props)} />),
  TextAreaInput: ({ maxLength, code: _code, ...props }) => labelled(props, <textarea {...attributes(props)} maxLength={maxLength} onChange={textChange(props)} />),
  RichTextInput: ({ maxLength, ...props }) => labelled(props, <textarea {...attributes(props)} maxLength={maxLength} data-rich onChange={textChange(props)} />),
  NumberInput: ({ format, minimum, maximum, ...props }) =>
    labelled(props, <input {...attributes(props)} inputMode="decimal" data-format={JSON.stringify(format)} data-minimum={minimum} data-maximum={maximum} onChange={textChange(props)} />),
  CheckboxInput: (props) =>
    labelled(props, <input {...attributes(props)} value="on" type="checkbox" checked={props.value === true} onChange={(event) => props.onChange(event.target.checked)} />),
  DateInput: (props) => labelled(props, <input {...attributes(props)} type="date" onChange={textChange(props)} />),
  DateTimeInput: ({ timeZone, ...props }) => labelled(props, <input {...attributes(props)} data-time-zone={timeZone} onChange={textChange(props)} />),
  SelectInput: ({ options, ...props }) =>
    labelled(
      props,
      <select {...attributes(props)} onChange={textChange(props)}>
        <option value="" />
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>,
    ),
  RecordInput: ({ object, displayName, filter, ...props }) => labelled(props, <input {...attributes(props)} data-object={object} data-display-name={displayName} data-filter={filter?.key} onChange={textChange(props)} />),
  TimeInput: (props) => labelled(props, <input {...attributes(props)} type="time" onChange={textChange(props)} />),
  DurationInput: (props) =>
    labelled(props, <input {...attributes({ ...props, value: props.value === null ? null : String(props.value), onChange: () => undefined })} onChange={(event) => props.onChange(event.target.value === '' ? null : Number(event.target.value))} />),
  FileInput: ({ images, fileName, ...props }) => labelled(props, <input {...attributes(props)} data-images={images} data-file-name={fileName} onChange={textChange(props)} />),
  MultiSelectInput: ({ options, onChange, value, ...props }) =>
    labelled(
      props,
      <select {...attributes({ ...props, value: null, onChange: () => undefined })} multiple value={[...(value ?? [])]} onChange={(event) => onChange([...event.target.selectedOptions].map((option) => option.value))}>
        {options.map(({ value: option, label }) => (
          <option key={option} value={option}>
            {label}
          </option>
        ))}
      </select>,
    ),
  RecordListInput: ({ object, displayNames, onChange, value, ...props }) =>
    labelled(props, <input {...attributes({ ...props, value: value?.join(' ') ?? null, onChange: () => undefined })} data-object={object} data-display-names={JSON.stringify(displayNames)} onChange={(event) => onChange(event.target.value.split(' ').filter(Boolean))} />),
  InputGroup: ({ label, help, errors, children }) => (
    <fieldset aria-label={label}>
      {children}
      {help && <small>{help}</small>}
      {errors?.map((error) => <em key={error}>{error}</em>)}
    </fieldset>
  ),
  Text: ({ children, numeric, multiline }) => <span data-numeric={numeric} data-multiline={multiline}>{children}</span>,
  Link: ({ href, children, external }) => (
    <a href={href} {...(external ? { target: '_blank', rel: 'noreferrer' } : {})}>
      {children}
    </a>
  ),
  RecordLink: ({ object, id, children }) => <a href={`/${object}/${id}`}>{children}</a>,
  RichText: ({ html }) => <div dangerouslySetInnerHTML={{ __html: html }} />,
  Code: ({ children }) => <pre>{children}</pre>,
  Picture: ({ source, label }) => <img src={source} alt={label} />,
  FileLink: ({ id, children }) => <a href={`/files/${id}`}>{children}</a>,
  Pill: ({ color, children }) => <mark data-color={color}>{children}</mark>,
  Check: ({ checked, label }) => <span role="img" aria-label={label} data-checked={checked} />,
  Section: ({ title, children }) => (
    <section aria-label={title}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  ),
  Tabs: ({ label, items, value, onChange }) => (
    <>
      <div role="tablist" aria-label={label}>
        {items.map(({ id, title, problem }) => (
          <button key={id} type="button" role="tab" aria-selected={id === value} title={problem} onClick={() => onChange(id)}>
            {title}
          </button>
        ))}
      </div>
      {items.map(({ id, title, content }) => (
        <div key={id} role="tabpanel" aria-label={title} hidden={id !== value}>
          {content}
        </div>
      ))}
    </>
  ),
  FormGrid: ({ columns, children }) => <div data-columns={columns}>{children}</div>,
  FormCell: ({ wide, children }) => <div data-wide={wide}>{children}</div>,
  ErrorSummary: ({ title, entries }) => (
    <div role="alert">
      <p>{title}</p>
      {entries.map(({ label, message, onChoose }) => (
        <button key={message} type="button" onClick={onChoose}>
          {label ? `${label}: ${message}` : message}
        </button>
      ))}
    </div>
  ),
  FormActions: ({ children }) => <footer>{children}</footer>,
  Button: ({ children, onPress, submit, busy, disabled }) => (
    <button type={submit ? 'submit' : 'button'} onClick={onPress} disabled={disabled} aria-busy={busy}>
      {children}
    </button>
  ),
  ReadField: ({ label, editLabel, onEdit, lockedReason, children }) => (
    <dl>
      <dt title={lockedReason}>{label}</dt>
      <dd>{children}</dd>
      {onEdit && (
        <button type="button" onClick={onEdit}>
          {editLabel}
        </button>
      )}
    </dl>
  ),
};

type AnyInput = InputProps<string> | InputProps<boolean>;

function labelled({ label, help, errors }: Pick<AnyInput, 'label' | 'help' | 'errors'>, control: ReactNode): ReactNode {
  return (
    <>
      <label>
        {label}
        {control}
      </label>
      {help && <small>{help}</small>}
      {errors?.map((error) => <em key={error}>{error}</em>)}
    </>
  );
}

function attributes({ value, name, disabled, readOnly, required, errors, onBlur, autoFocus }: AnyInput) {
  return {
    value: value === null ? '' : String(value),
    name,
    disabled,
    readOnly,
    'aria-required': required,
    'aria-invalid': Boolean(errors?.length),
    onBlur,
    autoFocus,
  };
}

function textChange({ onChange }: InputProps<string>) {
  return (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) => onChange(event.target.value === '' ? null : event.target.value);
}
