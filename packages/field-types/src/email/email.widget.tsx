import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { isEmpty, textInput, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';

export const emailWidget: Widget = { Input: EmailInput, Value: EmailValue, icon: 'mail' };

function EmailInput(props: WidgetInputProps) {
  const { TextInput } = useWidgetKit();
  return <TextInput {...textInput(props)} kind="email" />;
}

function EmailValue({ value }: WidgetValueProps) {
  const { Link } = useWidgetKit();
  return isEmpty(value) ? null : <Link href={`mailto:${String(value)}`}>{String(value)}</Link>;
}
