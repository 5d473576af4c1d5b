import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { isEmpty, textInput, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';
import { offeredOptions, optionOf } from './picklist-options.js';

export const picklistWidget: Widget = { Input: PicklistInput, Value: PicklistFieldValue, icon: 'list' };

function PicklistInput(props: WidgetInputProps) {
  const { SelectInput } = useWidgetKit();
  const input = textInput(props);
  return <SelectInput {...input} options={offeredOptions(props.settings, props.display, input.value === null ? [] : [input.value])} />;
}

function PicklistFieldValue({ value, settings, display }: WidgetValueProps) {
  const { Pill } = useWidgetKit();
  if (isEmpty(value)) return null;
  const { label, color } = optionOf(String(value), settings, display);
  return <Pill {...(color === undefined ? {} : { color })}>{label}</Pill>;
}
