import { Fragment } from 'react';
import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';
import { addedIds } from './members.js';

export const junctionWidget: Widget = { Input: JunctionInput, Value: JunctionValue, icon: 'network' };

/** The records that come to the list; who is in it already is shown by the list itself. */
function JunctionInput({ settings: _settings, display, value, onChange, ...rest }: WidgetInputProps) {
  const { RecordListInput } = useWidgetKit();
  const ids = addedIds(value);
  return (
    <RecordListInput {...rest} object={display?.listedObject ?? ''} value={ids.length === 0 ? null : ids} {...(display?.recordNames && { displayNames: display.recordNames })}
      onChange={(next) => onChange(next === null || next.length === 0 ? null : { add: next })} />
  );
}

function JunctionValue({ value, display }: WidgetValueProps) {
  const { RecordLink } = useWidgetKit();
  const ids = addedIds(value);
  if (ids.length === 0) return null;
  return ids.map((id, index) => (
    <Fragment key={id}>{index > 0 && ', '}<RecordLink object={display.listedObject ?? ''} id={id}>{display.recordNames?.[id] ?? id}</RecordLink></Fragment>
  ));
}
