import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { isEmpty, numberSetting, textInput, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';

export const longTextWidget: Widget = { Input: LongTextInput, Value: LongTextValue, icon: 'align-left' };

function LongTextInput(props: WidgetInputProps) {
  const { TextAreaInput } = useWidgetKit();
  const maxLength = numberSetting(props.settings, 'maxLength');
  return <TextAreaInput {...textInput(props)} {...(maxLength === undefined ? {} : { maxLength })} />;
}

function LongTextValue({ value }: WidgetValueProps) {
  const { Text } = useWidgetKit();
  return isEmpty(value) ? null : <Text multiline>{String(value)}</Text>;
}
