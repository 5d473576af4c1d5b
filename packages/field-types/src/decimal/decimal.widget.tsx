import type { FieldSettings } from '../field-type.js';
import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { isEmpty, numberSetting, textInput, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';
import { formatDecimal } from './format-decimal.js';

export const decimalWidget: Widget = { Input: DecimalInput, Value: DecimalValue, icon: 'binary', align: 'end' };

function DecimalInput(props: WidgetInputProps) {
  const { NumberInput } = useWidgetKit();
  return <NumberInput {...textInput(props)} format={fractionDigits(props.settings)} />;
}

function DecimalValue({ value, settings, display }: WidgetValueProps) {
  const { Text } = useWidgetKit();
  return isEmpty(value) ? null : <Text numeric>{formatDecimal(String(value), display.locale, fractionDigits(settings))}</Text>;
}

/** As many digits after the point as the field keeps. */
export function fractionDigits(settings: FieldSettings): Intl.NumberFormatOptions {
  const scale = numberSetting(settings, 'scale') ?? 2;
  return { minimumFractionDigits: scale, maximumFractionDigits: scale };
}
