import type { FieldSettings } from '../field-type.js';
import { translate } from '../language/translate.js';
import type { WidgetOption } from '../widget-kit.js';
import type { WidgetDisplay } from '../widget.js';
import type { PicklistSettings, PicklistValue } from './picklist-values.js';

/** What an input offers: the active values, and what the record holds all the same. */
export function offeredOptions(settings: FieldSettings, display: WidgetDisplay | undefined, held: readonly string[]): readonly WidgetOption[] {
  const { values } = settings as PicklistSettings;
  const offered = values.filter(({ value, active }) => active !== false || held.includes(value)).map((entry) => toOption(entry, display));
  const unlisted = held.filter((value) => !values.some((entry) => entry.value === value));
  return [...offered, ...unlisted.map((value) => ({ value, label: value }))];
}

/** How one value is shown, also when it is no longer in the list. */
export function optionOf(value: string, settings: FieldSettings, display: WidgetDisplay): WidgetOption {
  const entry = (settings as PicklistSettings).values.find((known) => known.value === value);
  return entry ? toOption(entry, display) : { value, label: value };
}

function toOption({ value, label, color, labels }: PicklistValue, display: WidgetDisplay | undefined): WidgetOption {
  return {
    value,
    label: display?.valueLabels?.[value] ?? translate(label, labels, display?.locale ?? 'en'),
    ...(color === undefined ? {} : { color }),
  };
}
