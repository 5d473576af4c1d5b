import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { isEmpty, textInput, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';

export const phoneWidget: Widget = { Input: PhoneInput, Value: PhoneValue, icon: 'phone' };

function PhoneInput(props: WidgetInputProps) {
  const { TextInput } = useWidgetKit();
  return <TextInput {...textInput(props)} kind="tel" />;
}

function PhoneValue({ value }: WidgetValueProps) {
  const { Link } = useWidgetKit();
  return isEmpty(value) ? null : <Link href={`tel:${String(value).replace(/[^\d+]/g, '')}`}>{String(value)}</Link>;
}
