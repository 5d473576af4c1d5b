import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { isEmpty, textInput, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';

export const recordIdWidget: Widget = { Input: RecordIdInput, Value: RecordIdValue, icon: 'fingerprint' };

function RecordIdInput(props: WidgetInputProps) {
  const { TextInput } = useWidgetKit();
  return <TextInput {...textInput(props)} readOnly />;
}

function RecordIdValue({ value }: WidgetValueProps) {
  const { Text } = useWidgetKit();
  return isEmpty(value) ? null : <Text muted>{String(value)}</Text>;
}
