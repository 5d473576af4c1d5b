import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { isEmpty, textInput, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';

export const timeWidget: Widget = { Input: TimeFieldInput, Value: TimeFieldValue, icon: 'alarm-clock' };

function TimeFieldInput(props: WidgetInputProps) {
  const { TimeInput } = useWidgetKit();
  return <TimeInput {...textInput(props)} />;
}

/** Seconds are shown where there are any. */
function TimeFieldValue({ value, display }: WidgetValueProps) {
  const { Text } = useWidgetKit();
  if (isEmpty(value)) return null;
  const seconds = String(value).endsWith(':00') ? {} : { second: '2-digit' as const };
  const format = new Intl.DateTimeFormat(display.locale, { hour: 'numeric', minute: '2-digit', ...seconds, timeZone: 'UTC' });
  return <Text numeric>{format.format(new Date(`1970-01-01T${String(value)}Z`))}</Text>;
}
