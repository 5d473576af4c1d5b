import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { isEmpty, textInput, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';

export const urlWidget: Widget = { Input: UrlInput, Value: UrlValue, icon: 'globe' };

function UrlInput(props: WidgetInputProps) {
  const { TextInput } = useWidgetKit();
  return <TextInput {...textInput(props)} kind="url" />;
}

/** Only http and https become links; whatever else should be there is shown as text. */
function UrlValue({ value }: WidgetValueProps) {
  const { Link, Text } = useWidgetKit();
  if (isEmpty(value)) return null;
  const address = String(value);
  if (!/^https?:\/\//i.test(address)) return <Text>{address}</Text>;
  return (
    <Link href={address} external>
      {address.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')}
    </Link>
  );
}
