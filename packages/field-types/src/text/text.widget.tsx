import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { isEmpty, numberSetting, textInput, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';

export const textWidget: Widget = { Input: TextFieldInput, Value: TextFieldValue, icon: 'type' };

export function TextFieldInput(props: WidgetInputProps) {
  const { TextInput } = useWidgetKit();
  const maxLength = numberSetting(props.settings, 'maxLength');
  return <TextInput {...textInput(props)} {...(maxLength === undefined ? {} : { maxLength })} />;
}

export function TextFieldValue({ value }: WidgetValueProps) {
  const { Text } = useWidgetKit();
  return isEmpty(value) ? null : <Text>{String(value)}</Text>;
}
