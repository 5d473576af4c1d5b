import { Fragment } from 'react';
import type { FieldSettings } from '../field-type.js';
import type { JsonValue } from '../json-schema.js';
import { offeredOptions, optionOf } from '../picklist/picklist-options.js';
import type { PicklistSettings } from '../picklist/picklist-values.js';
import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { isEmpty, listInput, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';

export const multiPicklistWidget: Widget = { Input: MultiPicklistInput, Value: MultiPicklistValue, icon: 'list-checks' };

function MultiPicklistInput(props: WidgetInputProps) {
  const { MultiSelectInput } = useWidgetKit();
  const input = listInput(props);
  return <MultiSelectInput {...input} options={offeredOptions(props.settings, props.display, input.value ?? [])} />;
}

function MultiPicklistValue({ value, settings, display }: WidgetValueProps) {
  const { Pill } = useWidgetKit();
  if (isEmpty(value)) return null;
  return inListOrder(value, settings).map((item, index) => {
    const { label, color } = optionOf(item, settings, display);
    return <Fragment key={item}>{index > 0 && ' '}<Pill {...(color === undefined ? {} : { color })}>{label}</Pill></Fragment>;
  });
}

/** People see them in the order of the list, however they are stored. */
function inListOrder(value: JsonValue, settings: FieldSettings): readonly string[] {
  const places = new Map((settings as PicklistSettings).values.map((entry, place) => [entry.value, place]));
  const placeOf = (item: string) => places.get(item) ?? places.size;
  return (Array.isArray(value) ? value.map(String) : [String(value)]).sort((one, other) => placeOf(one) - placeOf(other));
}
