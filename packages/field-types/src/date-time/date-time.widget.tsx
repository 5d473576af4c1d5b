import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { isEmpty, textInput, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';

export const dateTimeWidget: Widget = { Input: DateTimeFieldInput, Value: DateTimeValue, icon: 'clock' };

function DateTimeFieldInput(props: WidgetInputProps) {
  const { DateTimeInput } = useWidgetKit();
  return <DateTimeInput {...textInput(props)} timeZone={props.display?.timeZone ?? 'UTC'} />;
}

function DateTimeValue({ value, display }: WidgetValueProps) {
  const { Text } = useWidgetKit();
  if (isEmpty(value)) return null;
  const format = new Intl.DateTimeFormat(display.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: display.timeZone });
  return <Text>{format.format(new Date(String(value)))}</Text>;
}
