import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { isEmpty, numberSetting, textInput, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';
import { sanitizeHtml } from './sanitize-html.js';

export const richTextWidget: Widget = { Input: RichTextFieldInput, Value: RichTextFieldValue, icon: 'pilcrow' };

function RichTextFieldInput(props: WidgetInputProps) {
  const { RichTextInput } = useWidgetKit();
  const maxLength = numberSetting(props.settings, 'maxLength');
  return <RichTextInput {...textInput(props)} {...(maxLength === undefined ? {} : { maxLength })} />;
}

/** Cleaned once more before it is shown: what is stored may be older than the list of what is allowed. */
function RichTextFieldValue({ value }: WidgetValueProps) {
  const { RichText } = useWidgetKit();
  return isEmpty(value) ? null : <RichText html={sanitizeHtml(String(value))} />;
}
