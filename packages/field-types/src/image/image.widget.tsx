import { fileAddress } from '../file/file-address.js';
import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { isEmpty, textInput, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';

export const imageWidget: Widget = { Input: ImageFieldInput, Value: ImageFieldValue, icon: 'image' };

function ImageFieldInput(props: WidgetInputProps) {
  const { FileInput } = useWidgetKit();
  const fileName = props.display?.recordName;
  return <FileInput {...textInput(props)} images {...(fileName === undefined ? {} : { fileName })} />;
}

function ImageFieldValue({ value, display }: WidgetValueProps) {
  const { Picture } = useWidgetKit();
  return isEmpty(value) ? null : <Picture source={fileAddress(String(value))} label={display.recordName ?? ''} />;
}
