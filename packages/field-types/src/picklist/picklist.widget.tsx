import type { FieldSettings } from '../field-type.js';
import { useWidgetKit } from '../widget-kit-context.js';
import type { WidgetOption } from '../widget-kit.js';
import type { Widget, WidgetDisplay } from '../widget.js';
import { isEmpty, textInput, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';
import type { PicklistSettings } from './picklist.js';

export const picklistWidget: Widget = { Input: PicklistInput, Value: PicklistFieldValue, icon: 'list' };

/** A value that is no longer in the list is offered as long as the record holds it. */
function PicklistInput(props: WidgetInputProps) {
  const { SelectInput } = useWidgetKit();
  const input = textInput(props);
  const options = optionsOf(props.settings, props.display);
  const held = input.value;
  const all = held === null || options.some(({ value }) => value === held) ? options : [...options, { value: held, label: held }];
  return <SelectInput {...input} options={all} />;
}

function PicklistFieldValue({ value, settings, display }: WidgetValueProps) {
  const { Pill } = useWidgetKit();
  if (isEmpty(value)) return null;
  const option = optionsOf(settings, display).find((entry) => entry.value === value);
  return <Pill {...(option?.color === undefined ? {} : { color: option.color })}>{option?.label ?? String(value)}</Pill>;
}

function optionsOf(settings: FieldSettings, display: WidgetDisplay | undefined): WidgetOption[] {
  const { values } = settings as PicklistSettings;
  return values.map(({ value, label, color, labels }) => ({
    value,
    label: display?.valueLabels?.[value] ?? labels?.[display?.locale ?? ''] ?? label,
    ...(color === undefined ? {} : { color }),
  }));
}
