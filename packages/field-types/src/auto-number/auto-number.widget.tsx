import { TextFieldValue } from '../text/text.widget.js';
import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { textInput, type WidgetInputProps } from '../widget-values.js';

export const autoNumberWidget: Widget = { Input: AutoNumberInput, Value: TextFieldValue, icon: 'list-ordered' };

/** Nobody types it: the platform gives the number when the record is made. */
function AutoNumberInput(props: WidgetInputProps) {
  const { TextInput } = useWidgetKit();
  return <TextInput {...textInput(props)} readOnly />;
}
