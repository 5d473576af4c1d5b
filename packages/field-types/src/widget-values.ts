import type { FieldSettings } from './field-type.js';
import type { JsonValue } from './json-schema.js';
import type { InputProps, RecordFilter } from './widget-kit.js';
import type { WidgetDisplay } from './widget.js';

/** What a widget's input gets: the field's settings beside what every input takes, and for references which records fit. */
export type WidgetInputProps = InputProps<JsonValue> & { readonly settings: FieldSettings; readonly display?: WidgetDisplay; readonly recordFilter?: RecordFilter };

export interface WidgetValueProps {
  readonly value: JsonValue;
  readonly settings: FieldSettings;
  readonly display: WidgetDisplay;
}

/** The props of a kit part that edits text: empty text is no value. */
export function textInput({ settings: _settings, display: _display, recordFilter: _recordFilter, value, onChange, ...rest }: WidgetInputProps): InputProps<string> {
  return { ...rest, value: value === null ? null : String(value), onChange: (text) => onChange(text === '' ? null : text) };
}

/** The same for a kit part that edits a list of texts: an empty list is no value. */
export function listInput({ settings: _settings, display: _display, recordFilter: _recordFilter, value, onChange, ...rest }: WidgetInputProps): InputProps<readonly string[]> {
  return { ...rest, value: Array.isArray(value) ? value.map(String) : null, onChange: (list) => onChange(list === null || list.length === 0 ? null : list) };
}

/** What the group around the inputs of a value with several pieces takes of the whole input. */
export function groupInput({ settings: _settings, display: _display, recordFilter: _recordFilter, value: _value, onChange: _onChange, ...rest }: WidgetInputProps): Omit<InputProps<unknown>, 'value' | 'onChange'> {
  return rest;
}

export function numberSetting(settings: FieldSettings, name: string): number | undefined {
  const value = settings[name];
  return typeof value === 'number' ? value : undefined;
}

export function textSetting(settings: FieldSettings, name: string): string | undefined {
  const value = settings[name];
  return typeof value === 'string' ? value : undefined;
}

/** True for nothing to show. */
export function isEmpty(value: JsonValue | undefined): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
