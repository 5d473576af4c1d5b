import { formatDecimal } from '../decimal/format-decimal.js';
import { useWidgetKit } from '../widget-kit-context.js';
import type { Widget } from '../widget.js';
import { isEmpty, numberSetting, type WidgetInputProps, type WidgetValueProps } from '../widget-values.js';

export const integerWidget: Widget = { Input: IntegerInput, Value: IntegerValue, icon: 'hash', align: 'end' };

const format: Intl.NumberFormatOptions = { maximumFractionDigits: 0 };

/** The kit's number input speaks decimal text; a whole number that JavaScript cannot hold stays text, for validation to refuse. */
function IntegerInput({ settings, display: _display, value, onChange, ...rest }: WidgetInputProps) {
  const { NumberInput } = useWidgetKit();
  const change = (text: string | null) => {
    const number = Number(text);
    onChange(text === null || text === '' ? null : Number.isSafeInteger(number) ? number : text);
  };
  return <NumberInput {...rest} {...bounds(settings)} value={value === null ? null : String(value)} onChange={change} format={format} />;
}

function IntegerValue({ value, display }: WidgetValueProps) {
  const { Text } = useWidgetKit();
  return isEmpty(value) ? null : <Text numeric>{formatDecimal(String(value), display.locale, format)}</Text>;
}

function bounds(settings: WidgetInputProps['settings']): { minimum?: string; maximum?: string } {
  const minimum = numberSetting(settings, 'minimum');
  const maximum = numberSetting(settings, 'maximum');
  return {
    ...(minimum === undefined || minimum <= -Number.MAX_SAFE_INTEGER ? {} : { minimum: String(minimum) }),
    ...(maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? {} : { maximum: String(maximum) }),
  };
}
