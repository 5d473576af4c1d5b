import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { isEmpty, textInput, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';

export const fileWidget: Widget = { Input: FileFieldInput, Value: FileFieldValue, icon: 'paperclip' };

function FileFieldInput(props: WidgetInputProps) {
  const { FileInput } = useWidgetKit();
  const fileName = props.display?.recordName;
  return <FileInput {...textInput(props)} {...(fileName === undefined ? {} : { fileName })} />;
}

function FileFieldValue({ value, display }: WidgetValueProps) {
  const { FileLink } = useWidgetKit();
  return isEmpty(value) ? null : <FileLink id={String(value)}>{display.recordName ?? String(value)}</FileLink>;
}
