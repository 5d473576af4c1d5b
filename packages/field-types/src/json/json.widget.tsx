import { useState } from 'react';
import type { JsonValue } from '../json-schema.js';
import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import type { WidgetInputProps, WidgetValueProps } from '../widget-values.js';
import { readJson } from './read-json.js';

export const jsonWidget: Widget = { Input: JsonInput, Value: JsonFieldValue, icon: 'braces' };

/** The text while it is typed; the value changes when the text is JSON. */
function JsonInput({ settings: _settings, display, value, onChange, onBlur, errors, ...rest }: WidgetInputProps) {
  const { TextAreaInput } = useWidgetKit();
  const [draft, setDraft] = useState<string | null>(null);
  const locale = display?.locale ?? 'en';
  const read = draft === null ? null : readJson(draft);
  const refusal = read === null || read.ok ? [] : [read.tell(locale).message];
  const change = (text: string | null) => {
    setDraft(text ?? '');
    const parsed = readJson(text ?? '');
    if (parsed.ok) onChange(parsed.value);
  };
  const leave = () => {
    if (read === null || read.ok) setDraft(null);
    onBlur?.();
  };
  return <TextAreaInput {...rest} code value={draft ?? (value === null ? null : written(value))} onChange={change} onBlur={leave} errors={[...refusal, ...(errors ?? [])]} />;
}

function JsonFieldValue({ value }: WidgetValueProps) {
  const { Code } = useWidgetKit();
  return value === null || value === undefined ? null : <Code>{written(value)}</Code>;
}

function written(value: JsonValue): string {
  return JSON.stringify(value, null, 2);
}
