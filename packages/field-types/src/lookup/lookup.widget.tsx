import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { isEmpty, textInput, textSetting, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';

export const lookupWidget: Widget = { Input: LookupInput, Value: LookupValue, icon: 'link-2' };

export function LookupInput(props: WidgetInputProps) {
  const { RecordInput } = useWidgetKit();
  const { display, settings, recordFilter } = props;
  const displayName = display?.recordName;
  return (
    <RecordInput {...textInput(props)} object={textSetting(settings, 'target') ?? ''} {...(displayName === undefined ? {} : { displayName })} {...(recordFilter && { filter: recordFilter })} />
  );
}

/** A record whose name this person may not read is shown by its id. */
function LookupValue({ value, settings, display }: WidgetValueProps) {
  const { RecordLink } = useWidgetKit();
  if (isEmpty(value)) return null;
  return (
    <RecordLink object={textSetting(settings, 'target') ?? ''} id={String(value)}>
      {display.recordName ?? String(value)}
    </RecordLink>
  );
}
