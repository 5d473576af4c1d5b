import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { isEmpty, textInput, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';

export const dateWidget: Widget = { Input: DateFieldInput, Value: DateValue, icon: 'calendar' };

function DateFieldInput(props: WidgetInputProps) {
  const { DateInput } = useWidgetKit();
  return <DateInput {...textInput(props)} />;
}

/** A day is the same in every time zone, so it is formatted in the one it is parsed in. */
function DateValue({ value, display }: WidgetValueProps) {
  const { Text } = useWidgetKit();
  if (isEmpty(value)) return null;
  const format = new Intl.DateTimeFormat(display.locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return <Text>{format.format(new Date(`${String(value)}T00:00:00Z`))}</Text>;
}
